import { Button, Group } from '@mantine/core';
import { IconGift, IconMessagePlus, IconRotate, IconUserX } from '@tabler/icons-react';
import { useState } from 'react';
import { LogActivityForm, logDraft } from '../../components/log-activity-form';
import { useChangeCandidacy } from '../../features/pipeline/api/change-candidacy';
import { OutcomeForm } from '../../features/pipeline/components/outcome-form';
import type { Candidacy, Card } from '../../lib/answers';
import { useHasDraft } from '../../lib/use-draft';
import classes from './candidacy-panel.module.css';

const FEEDBACK = { act: 'log', kind: 'client_feedback', withDecisionMaker: false } as const;

type Doing = 'log' | 'feedback' | 'outcome';

interface CardActionsProps {
  candidacy: Candidacy;
  onOffer: (card: Card) => void;
}

/** What may be done with a card, and the form of what is being done. */
export function CardActions({ candidacy, onOffer }: CardActionsProps) {
  const { card, outcome, search } = candidacy;
  const isWritten = useHasDraft(logDraft(search.id, card.candidate.id));
  const [doing, setDoing] = useState<Doing | null>(isWritten ? 'log' : null);
  const change = useChangeCandidacy(candidacy);
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
      {doing ? <Form candidacy={candidacy} doing={doing} onDo={setDoing} /> : null}
    </>
  );
}

interface FormProps {
  candidacy: Candidacy;
  doing: Doing;
  onDo: (doing: Doing | null) => void;
}

function Form({ candidacy, doing, onDo }: FormProps) {
  const { card, search } = candidacy;
  const done = (): void => onDo(null);
  return (
    <div className={classes['form']}>
      {doing === 'outcome' ? (
        <OutcomeForm candidacy={candidacy} onDone={done} />
      ) : (
        <LogActivityForm
          key={doing}
          searchId={search.id}
          candidateId={card.candidate.id}
          way={doing === 'feedback' ? FEEDBACK : undefined}
          onInterview={() => onDo('feedback')}
          onDone={done}
        />
      )}
    </div>
  );
}
