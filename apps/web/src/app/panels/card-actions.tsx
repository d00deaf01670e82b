import { Button, Group } from '@mantine/core';
import { IconGift, IconMessagePlus, IconRotate, IconUserX } from '@tabler/icons-react';
import { useState } from 'react';
import { LogActivityForm } from '../../components/log-activity-form';
import { useChangeCandidacy } from '../../features/pipeline/api/change-candidacy';
import { OutcomeForm } from '../../features/pipeline/components/outcome-form';
import type { Candidacy, Card } from '../../lib/answers';
import classes from './candidacy-panel.module.css';

interface CardActionsProps {
  candidacy: Candidacy;
  onOffer: (card: Card) => void;
}

/** What may be done with a card, and the form of what is being done. */
export function CardActions({ candidacy, onOffer }: CardActionsProps) {
  const [doing, setDoing] = useState<'log' | 'outcome' | null>(null);
  const change = useChangeCandidacy(candidacy);
  const { card, search, outcome } = candidacy;
  const done = (): void => setDoing(null);
  return (
    <>
      <Group gap="xs">
        <Button
          size="xs"
          leftSection={<IconMessagePlus size={15} />}
          onClick={() => setDoing('log')}
          aria-expanded={doing === 'log'}
        >
          Log an activity
        </Button>
        {card.allowed.offer ? (
          <Button size="xs" variant="default" leftSection={<IconGift size={15} />} onClick={() => onOffer(card)}>
            Extend an offer
          </Button>
        ) : null}
        {card.allowed.outcomes.length > 0 ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUserX size={15} />}
            onClick={() => setDoing('outcome')}
            aria-expanded={doing === 'outcome'}
          >
            Record outcome
          </Button>
        ) : null}
        {outcome && outcome !== 'placed' ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRotate size={15} />}
            loading={change.isPending}
            onClick={() => change.mutate({ verb: 'reactivate' })}
          >
            Reactivate
          </Button>
        ) : null}
      </Group>
      {doing ? (
        <div className={classes['form']}>
          {doing === 'log' ? (
            <LogActivityForm searchId={search.id} candidateId={card.candidate.id} onDone={done} />
          ) : (
            <OutcomeForm candidacy={candidacy} onDone={done} />
          )}
        </div>
      ) : null}
    </>
  );
}
