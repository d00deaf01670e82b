import '@mantine/dates/styles.layer.css';
import { SegmentedControl, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { Offer } from '../../../lib/answers';
import { filled, problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { DECISION, options } from '../../../lib/words';
import { useDecideOffer } from '../api/decide-offer';

/** What became of an offer. */
export function OfferDecision({ offer, onDone }: { offer: Offer; onDone: () => void }) {
  const decide = useDecideOffer(offer.id);
  const form = useForm<{ decision: keyof typeof DECISION; startDate: string | null }>({
    initialValues: { decision: 'accepted', startDate: null },
  });
  const submit = form.onSubmit(({ decision, startDate }) =>
    decide.mutate(
      {
        ...filled({ startDate: decision === 'accepted' ? (startDate ?? undefined) : undefined }),
        decision,
        version: offer.version,
      },
      {
        onError: (error) => problemToForm(form, error),
        onSuccess: () => {
          notifyDone(
            decision === 'accepted' ? 'Placed. The search is closed.' : `Offer ${DECISION[decision].toLowerCase()}.`,
          );
          onDone();
        },
      },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" mt="sm">
        <SegmentedControl
          aria-label="Decision"
          size="xs"
          data={options(DECISION)}
          {...form.getInputProps('decision')}
        />
        {form.values.decision === 'accepted' ? (
          <DateInput
            label="First day"
            placeholder="Not agreed yet"
            valueFormat="D MMM YYYY"
            clearable
            {...form.getInputProps('startDate')}
          />
        ) : null}
        <Text size="xs" c="dimmed">
          {form.values.decision === 'accepted'
            ? 'The candidate counts as placed and the search closes.'
            : 'The candidacy stays open until you give its outcome.'}
        </Text>
        <SubmitBar label="Record it" size="xs" pending={decide.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
