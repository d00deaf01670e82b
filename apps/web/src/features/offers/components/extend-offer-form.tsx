import '@mantine/dates/styles.layer.css';
import { Button, Group, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { startOfDay } from '../../../lib/dates';
import { filled, problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { useExtendOffer } from '../api/extend-offer';

interface ExtendOfferFormProps {
  candidacyId: string;
  version: number;
  candidateName: string;
  zone: string;
  onDone: () => void;
  onCancel: () => void;
}

const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'SGD', 'SEK', 'DKK', 'NOK', 'PLN', 'JPY', 'AUD'];

interface Values {
  extendedAt: string | null;
  expiresAt: string | null;
  currency: string | null;
  base: number | '';
  bonus: number | '';
  equityValue: number | '';
  vestingMonths: number | '';
  signOn: number | '';
  relocation: number | '';
}

export function ExtendOfferForm({ candidacyId, version, candidateName, zone, onDone, onCancel }: ExtendOfferFormProps) {
  const extend = useExtendOffer(candidacyId);
  const form = useForm<Values>({
    initialValues: {
      extendedAt: null,
      expiresAt: null,
      currency: 'EUR',
      base: '',
      bonus: '',
      equityValue: '',
      vestingMonths: '',
      signOn: '',
      relocation: '',
    },
  });
  const submit = form.onSubmit(({ extendedAt, expiresAt, ...lines }) =>
    extend.mutate(
      {
        ...filled({
          ...lines,
          extendedAt: extendedAt ? startOfDay(extendedAt, zone) : undefined,
          expiresAt: expiresAt ? startOfDay(expiresAt, zone) : undefined,
        }),
        version,
      } as Parameters<typeof extend.mutate>[0],
      {
        onError: (error) => problemToForm(form, error),
        onSuccess: () => {
          notifyDone(`Offer to ${candidateName} extended. The window has stopped.`);
          onDone();
        },
      },
    ),
  );
  const amount = { thousandSeparator: ' ', min: 0, hideControls: true } as const;
  return (
    <form
      onSubmit={(event) => {
        event.stopPropagation();
        submit(event);
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          The card moves to the offer stage and the market window of {candidateName} stops. Leave out what is not known
          yet.
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <DateInput
            label="Extended on"
            placeholder="Now"
            valueFormat="D MMM YYYY"
            maxDate={new Date()}
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
          <Select label="Currency" data={CURRENCIES} searchable {...form.getInputProps('currency')} />
          <NumberInput label="Base, per year" data-autofocus {...amount} {...form.getInputProps('base')} />
          <NumberInput label="Bonus, per year" {...amount} {...form.getInputProps('bonus')} />
          <NumberInput label="Equity, whole grant" {...amount} {...form.getInputProps('equityValue')} />
          <NumberInput label="Vesting, months" {...amount} {...form.getInputProps('vestingMonths')} />
          <NumberInput label="Sign-on" {...amount} {...form.getInputProps('signOn')} />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={extend.isPending}>
            Extend the offer
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
