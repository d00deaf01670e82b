import '@mantine/dates/styles.layer.css';
import { NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { DraftNote } from '../../../components/form/draft-note';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { Card } from '../../../lib/answers';
import { CURRENCIES } from '../../../lib/currencies';
import { endOfDay, localDate, startOfDay } from '../../../lib/dates';
import { filled, problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { useDraft } from '../../../lib/use-draft';
import { useNow } from '../../../lib/use-now';
import { useExtendOffer, type ExtendOffer } from '../api/extend-offer';

interface ExtendOfferFormProps {
  card: Card;
  zone: string;
  /** the one that is proposed */
  currency: string | null;
  onDone: () => void;
}

type Values = {
  extendedAt: string | null;
  expiresAt: string | null;
  currency: string | null;
  base: number | '';
  bonus: number | '';
  equityValue: number | '';
  vestingMonths: number | '';
  signOn: number | '';
  relocation: number | '';
};

export function ExtendOfferForm(props: ExtendOfferFormProps) {
  const { card, onDone } = props;
  const { form, draft, submit, pending } = useOfferForm(props);
  const today = localDate(useNow(), props.zone);
  const amount = { thousandSeparator: ' ', min: 0, hideControls: true } as const;
  return (
    <form
      onSubmit={(event) => {
        event.stopPropagation();
        submit(event);
      }}
    >
      <Stack>
        <DraftNote draft={draft} />
        <Text size="sm" c="dimmed">
          The card moves to the offer stage and {card.candidate.name}’s market window stops. Leave out what is not known
          yet.
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <DateInput
            label="Extended on"
            placeholder="Now"
            valueFormat="D MMM YYYY"
            maxDate={today}
            clearable
            {...form.getInputProps('extendedAt')}
          />
          <DateInput
            label="Valid until"
            placeholder="Open-ended"
            valueFormat="D MMM YYYY"
            clearable
            {...form.getInputProps('expiresAt')}
          />
          <Select
            label="Currency"
            placeholder="Choose"
            data={CURRENCIES}
            searchable
            {...form.getInputProps('currency')}
          />
          <NumberInput label="Base, per year" data-autofocus {...amount} {...form.getInputProps('base')} />
          <NumberInput label="Bonus, per year" {...amount} {...form.getInputProps('bonus')} />
          <NumberInput label="Equity, whole grant" {...amount} {...form.getInputProps('equityValue')} />
          <NumberInput label="Vesting, months" {...amount} {...form.getInputProps('vestingMonths')} />
          <NumberInput label="Sign-on" {...amount} {...form.getInputProps('signOn')} />
        </SimpleGrid>
        <SubmitBar
          label="Extend the offer"
          pending={pending}
          onCancel={() => {
            draft.forget();
            onDone();
          }}
        />
      </Stack>
    </form>
  );
}

function useOfferForm({ card, zone, currency, onDone }: ExtendOfferFormProps) {
  const extend = useExtendOffer(card.id);
  const form = useForm<Values>({
    initialValues: {
      extendedAt: null,
      expiresAt: null,
      currency,
      base: '',
      bonus: '',
      equityValue: '',
      vestingMonths: '',
      signOn: '',
      relocation: '',
    },
  });
  const draft = useDraft(`offer ${card.id}`, form, () => form.isDirty());
  const submit = form.onSubmit(({ extendedAt, expiresAt, ...lines }) => {
    draft.forget();
    const offer = filled({
      ...lines,
      extendedAt: extendedAt ? startOfDay(extendedAt, zone) : undefined,
      expiresAt: expiresAt ? endOfDay(expiresAt, zone) : undefined,
    });
    extend.mutate({ ...offer, version: card.version } as ExtendOffer, {
      onError: (error) => {
        draft.keep();
        problemToForm(form, error);
      },
      onSuccess: () => {
        notifyDone(`Offer to ${card.candidate.name} extended. Their market window has stopped.`);
        onDone();
      },
    });
  });
  return { form, draft, submit, pending: extend.isPending };
}
