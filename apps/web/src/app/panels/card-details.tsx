import { ActionIcon, Alert, Group, Text, Title } from '@mantine/core';
import { IconArrowRight, IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { FlagMark } from '../../components/flag-mark';
import { Moment } from '../../components/moment';
import { position } from '../../components/person';
import { WindowRing } from '../../components/window-ring';
import type { Candidacy, CardFlag as Flag } from '../../lib/answers';
import { windowSentence } from '../../lib/market-window';
import { useNow } from '../../lib/use-now';
import { OUTCOME, OUTCOME_BY, outcomeReason } from '../../lib/words';
import classes from './candidacy-panel.module.css';

export function CardHeader({ candidacy: { search, card } }: { candidacy: Candidacy }) {
  const { candidate } = card;
  return (
    <header>
      <Text size="xs" c="dimmed">
        {search.title}
      </Text>
      <Group gap={4} pr={36} wrap="nowrap">
        <Title order={2} fz="xl">
          {candidate.name}
        </Title>
        <ActionIcon
          renderRoot={(root) => <Link {...root} to="/candidates/$candidateId" params={{ candidateId: candidate.id }} />}
          aria-label={`Open the page of ${candidate.name}`}
        >
          <IconExternalLink size={16} />
        </ActionIcon>
      </Group>
      <Text size="sm" c="dimmed">
        {position(candidate.title, candidate.employer)}
      </Text>
    </header>
  );
}

/** The stage or how it ended, since when, and how the market window stands. */
export function CardStanding({ candidacy, zone }: { candidacy: Candidacy; zone: string }) {
  const now = useNow();
  const { card, moves, outcome, endedAt } = candidacy;
  const stage = [...moves].filter(({ voided }) => !voided).sort((a, b) => b.at.localeCompare(a.at))[0];
  return (
    <div className={classes['standing']}>
      {card.window ? <WindowRing window={card.window} size={52} /> : null}
      <div>
        <Text size="sm" fw={580}>
          {outcome ? OUTCOME[outcome] : (stage?.toStageLabel ?? 'In the search')}
          <Text span c="dimmed" fw={400} inherit>
            {' '}
            since <Moment at={endedAt ?? card.stageSince} zone={zone} as="day" />
          </Text>
        </Text>
        <Text size="xs" c="dimmed">
          {standingWords(candidacy, now)}
        </Text>
      </div>
    </div>
  );
}

function standingWords({ card, outcome, outcomeBy, outcomeReason: reason }: Candidacy, now: Date): string {
  if (outcome) return [outcomeBy && OUTCOME_BY[outcomeBy], reason && outcomeReason(reason)].filter(Boolean).join(': ');
  return card.window
    ? `${windowSentence(card.window, now)}.`
    : 'The market window has not opened: no one has spoken with them yet.';
}

export function CardFlag({ flag, searchId }: { flag: Flag; searchId: string }) {
  return (
    <Alert
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
        params={{ searchId }}
        search={(before) => ({ ...before, candidacy: undefined, why: flag.id })}
        className={classes['why']}
      >
        Why?
      </Link>
    </Alert>
  );
}
