import { Button, Group, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Moment } from '../../../components/moment';
import type { Offer } from '../../../lib/answers';
import { lastMoment } from '../../../lib/dates';
import { DECISION, money } from '../../../lib/words';
import { OfferDecision } from './offer-decision';

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
      {deciding && !offer.decision ? <OfferDecision offer={offer} onDone={decide.close} /> : null}
    </Paper>
  );
}

function titleOf({ decision, takenBackAt }: Offer): string {
  if (takenBackAt) return 'Offer accepted, then withdrawn';
  return decision ? `Offer ${DECISION[decision].toLowerCase()}` : 'Offer out';
}
