import '@mantine/dates/styles.layer.css';
import { Button, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { SubmitBar } from '../../../components/form/submit-bar';
import { Moment } from '../../../components/moment';
import type { Offer } from '../../../lib/answers';
import { lastMoment } from '../../../lib/dates';
import { filled, problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { DECISION, money, options } from '../../../lib/words';
import { useDecideOffer } from '../api/decide-offer';

interface OfferCardProps {
  offer: Offer;
  zone: string;
  /** what follows from an acceptance */
  placement: ReactNode;
}

/** One offer, and while it is undecided, the way to record the decision. */
export function OfferCard({ offer, zone, placement }: OfferCardProps) {
  const [deciding, decide] = useDisclosure(false);
  const lines = [
    ['base', offer.base],
    ['bonus', offer.bonus],
    ['equity', offer.equityValue],
    ['sign-on', offer.signOn],
  ] as const;
  const known = lines.flatMap(([label, value]) => (value === null ? [] : [`${money(value, offer.currency)} ${label}`]));
  return (
    <Paper p="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text size="sm" fw={580}>
            {titleOf(offer)}
          </Text>
          <Text size="xs" c="dimmed" component="div">
            extended <Moment at={offer.extendedAt} zone={zone} as="day" />
            {offer.expiresAt ? (
              <>
                , valid until <Moment at={lastMoment(offer.expiresAt)} zone={zone} as="day" />
              </>
            ) : null}
            {offer.decidedAt ? (
              <>
                , decided <Moment at={offer.decidedAt} zone={zone} as="day" />
              </>
            ) : null}
          </Text>
          {known.length > 0 ? (
            <Text size="sm" mt={4} className="tabular">
              {known.join(' · ')}
            </Text>
          ) : null}
        </div>
        {offer.decision || deciding ? null : (
          <Button size="xs" onClick={decide.open}>
            Record decision
          </Button>
        )}
      </Group>
      {offer.decision === 'accepted' ? placement : null}
      {deciding && !offer.decision ? <Decision offer={offer} onDone={decide.close} /> : null}
    </Paper>
  );
}

function titleOf({ decision, takenBackAt }: Offer): string {
  if (takenBackAt) return 'Offer accepted, then withdrawn';
  return decision ? `Offer ${DECISION[decision].toLowerCase()}` : 'Offer out';
}

function Decision({ offer, onDone }: { offer: Offer; onDone: () => void }) {
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
