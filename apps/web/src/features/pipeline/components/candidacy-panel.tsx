import { ActionIcon, Alert, Button, CloseButton, Drawer, Group, Text, Title } from '@mantine/core';
import {
  IconArrowRight,
  IconExternalLink,
  IconGift,
  IconMessagePlus,
  IconRotate,
  IconUserX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { FlagMark } from '../../../components/flag-mark';
import { Moment } from '../../../components/moment';
import { position } from '../../../components/person';
import { Loaded } from '../../../components/states';
import { WindowRing } from '../../../components/window-ring';
import type { Candidacy, Card, Offer } from '../../../lib/answers';
import { windowSentence } from '../../../lib/market-window';
import { useNow } from '../../../lib/use-now';
import { OUTCOME, OUTCOME_BY, outcomeReason } from '../../../lib/words';
import { useChangeCandidacy } from '../api/change-candidacy';
import { useCandidacy } from '../api/find-candidacy';
import classes from './candidacy-panel.module.css';
import { History } from './history';
import { OutcomeForm } from './outcome-form';

export interface PanelParts {
  profile: (candidateId: string) => ReactNode;
  logForm: (about: { searchId: string; candidateId: string; onDone: () => void }) => ReactNode;
  offer: (offer: Offer) => ReactNode;
  interviews: (about: { candidacyId: string; maySet: boolean }) => ReactNode;
  tasks: (about: { searchId: string; candidateId: string }) => ReactNode;
}

interface CandidacyPanelProps extends PanelParts {
  candidacyId: string | undefined;
  zone: string;
  onClose: () => void;
  onOffer: (card: Card) => void;
}

/** A card opened at the side of its board; what belongs to other rooms is put in by the page. */
export function CandidacyPanel({ candidacyId, zone, onClose, ...rest }: CandidacyPanelProps) {
  return (
    <Drawer.Root
      opened={candidacyId !== undefined}
      onClose={onClose}
      position="right"
      size={520}
      padding={0}
      returnFocus={false}
      classNames={{ content: classes['panel'] ?? '' }}
    >
      <Drawer.Overlay backgroundOpacity={0.18} />
      <Drawer.Content aria-label="Card">
        <Drawer.Body>
          {candidacyId ? (
            <PanelBody key={candidacyId} candidacyId={candidacyId} zone={zone} onClose={onClose} {...rest} />
          ) : null}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function PanelBody({ candidacyId, ...rest }: CandidacyPanelProps & { candidacyId: string }) {
  const candidacy = useCandidacy(candidacyId);
  return (
    <div className={classes['body']}>
      <CloseButton className={classes['close']} onClick={rest.onClose} aria-label="Close the card" data-autofocus />
      <Loaded query={candidacy}>{(record) => <Panel candidacy={record} {...rest} />}</Loaded>
    </div>
  );
}

type PanelProps = Omit<CandidacyPanelProps, 'candidacyId' | 'onClose'> & { candidacy: Candidacy };

function Panel({ candidacy, zone, onOffer, profile, logForm, offer, interviews, tasks }: PanelProps) {
  const [doing, setDoing] = useState<'log' | 'outcome' | null>(null);
  const change = useChangeCandidacy(candidacy);
  const now = useNow();
  const { card, search, moves } = candidacy;
  const { candidate, window, flags, allowed } = card;
  const stage = [...moves].filter(({ voided }) => !voided).sort((a, b) => b.at.localeCompare(a.at))[0];
  const done = (): void => setDoing(null);
  return (
    <>
      <header>
        <Text size="xs" c="dimmed">
          {search.title}
        </Text>
        <Group gap={4} pr={36} wrap="nowrap">
          <Title order={2} fz="xl">
            {candidate.name}
          </Title>
          <ActionIcon
            renderRoot={(root) => (
              <Link {...root} to="/candidates/$candidateId" params={{ candidateId: candidate.id }} />
            )}
            aria-label={`Open the page of ${candidate.name}`}
          >
            <IconExternalLink size={16} />
          </ActionIcon>
        </Group>
        <Text size="sm" c="dimmed">
          {position(candidate.title, candidate.employer)}
        </Text>
      </header>

      <div className={classes['standing']}>
        {window ? <WindowRing window={window} size={52} zone={zone} /> : null}
        <div>
          <Text size="sm" fw={580}>
            {candidacy.outcome ? OUTCOME[candidacy.outcome] : (stage?.toStageLabel ?? 'In the search')}
            <Text span c="dimmed" fw={400} inherit>
              {' '}
              since <Moment at={candidacy.endedAt ?? card.stageSince} zone={zone} as="day" />
            </Text>
          </Text>
          <Text size="xs" c="dimmed">
            {candidacy.outcome
              ? [
                  candidacy.outcomeBy && OUTCOME_BY[candidacy.outcomeBy],
                  candidacy.outcomeReason && outcomeReason(candidacy.outcomeReason),
                ]
                  .filter(Boolean)
                  .join(': ')
              : window
                ? `${windowSentence(window, zone, now)}.`
                : 'The market window has not opened: nobody has spoken with them yet.'}
          </Text>
        </div>
      </div>

      <Group gap="xs">
        <Button
          size="xs"
          leftSection={<IconMessagePlus size={15} />}
          onClick={() => setDoing('log')}
          aria-expanded={doing === 'log'}
        >
          Log an activity
        </Button>
        {allowed.offer ? (
          <Button size="xs" variant="default" leftSection={<IconGift size={15} />} onClick={() => onOffer(card)}>
            Extend an offer
          </Button>
        ) : null}
        {allowed.outcomes.length > 0 ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUserX size={15} />}
            onClick={() => setDoing('outcome')}
            aria-expanded={doing === 'outcome'}
          >
            Give outcome
          </Button>
        ) : null}
        {candidacy.outcome && candidacy.outcome !== 'placed' ? (
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
      {doing === 'log' ? (
        <div className={classes['form']}>
          {logForm({ searchId: search.id, candidateId: candidate.id, onDone: done })}
        </div>
      ) : null}
      {doing === 'outcome' ? (
        <div className={classes['form']}>
          <OutcomeForm candidacy={candidacy} onDone={done} />
        </div>
      ) : null}

      {flags.map((flag) => (
        <Alert
          key={flag.id}
          p="sm"
          variant="default"
          classNames={{ root: classes['flag'] ?? '' }}
          title={<FlagMark rule={flag.rule} severity={flag.severity} />}
        >
          {flag.sentence}.
          <span className={classes['next']}>
            <IconArrowRight size={14} aria-hidden /> {flag.nextStep}
          </span>
          <Link
            to="/searches/$searchId"
            params={{ searchId: search.id }}
            search={(before) => ({ ...before, candidacy: undefined, why: flag.id })}
            className={classes['why']}
          >
            Why?
          </Link>
        </Alert>
      ))}

      <section aria-labelledby="panel-interviews">
        <h3 id="panel-interviews">Interviews</h3>
        {/* whoever may be moved may be interviewed */}
        {interviews({ candidacyId: card.id, maySet: allowed.moveTo.length > 0 })}
      </section>
      <section aria-labelledby="panel-tasks">
        <h3 id="panel-tasks">Tasks</h3>
        {tasks({ searchId: search.id, candidateId: candidate.id })}
      </section>
      {candidacy.offers.length > 0 ? (
        <section aria-labelledby="panel-offers">
          <h3 id="panel-offers">Offers</h3>
          {candidacy.offers.map((one) => (
            <div key={one.id}>{offer(one)}</div>
          ))}
        </section>
      ) : null}
      <section aria-labelledby="panel-profile">
        <h3 id="panel-profile">Profile</h3>
        {profile(candidate.id)}
      </section>
      <section aria-labelledby="panel-history">
        <h3 id="panel-history">History</h3>
        <History candidacy={candidacy} zone={zone} />
      </section>
    </>
  );
}
