import { Anchor } from '@mantine/core';
import { IconArrowRight, IconGift, IconMicrophone, IconPlus, IconTarget, IconUserX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ActivityEntry } from '../../../components/timeline/activity-entry';
import { TimelineEntry, voidedWords } from '../../../components/timeline/timeline';
import type { LoggedActivity, TimelineEntry as Entry } from '../../../lib/answers';
import { CLOSE_REASON, DECISION, OUTCOME, OUTCOME_BY, outcomeReason } from '../../../lib/words';
import type { TimelineOf } from '../api/timeline';

interface HappeningProps {
  entry: Entry;
  of: TimelineOf;
  zone?: string | undefined;
}

/** One thing that happened, with whom and where, unless the page says so itself. */
export function Happening({ entry, of, zone }: HappeningProps) {
  const { kind, at, by, text, voided } = entry;
  if (kind === 'activity') {
    return <ActivityEntry activity={asActivity(entry)} zone={zone} about={<With entry={entry} of={of} />} />;
  }
  return (
    <TimelineEntry
      icon={iconOf(entry)}
      what={
        <>
          <Who entry={entry} of={of} />
          {whatWords(entry)}
          <Where entry={entry} of={of} />
        </>
      }
      text={textOf(entry, text)}
      at={at}
      zone={zone}
      details={[by?.name, voided ? voidedWords(voided, VOIDED[kind]) : null]}
      voided={voided !== null}
    />
  );
}

const asActivity = ({ id, what, at, by, text, version, voided, changeable, mentions }: Entry): LoggedActivity => ({
  ...{ id, kind: what as LoggedActivity['kind'], at, by, text, changeable, mentions },
  version: version ?? 1,
  withdrawn: voided,
});

const VOIDED: Record<Exclude<Entry['kind'], 'activity'>, string> = {
  move: 'corrected',
  interview: 'called off',
  offer: 'withdrawn',
  outcome: 'undone',
  search: 'undone',
};

function iconOf({ kind, from }: Entry): ReactNode {
  if (kind === 'move') return from === null ? <IconPlus size={14} /> : <IconArrowRight size={14} />;
  if (kind === 'interview') return <IconMicrophone size={14} />;
  if (kind === 'offer') return <IconGift size={14} />;
  return kind === 'outcome' ? <IconUserX size={14} /> : <IconTarget size={14} />;
}

const OF_SEARCH: Record<string, string> = {
  opened: 'Search opened',
  reopened: 'Search reopened',
  held: 'Search put on hold',
  resumed: 'Search resumed',
  closed: 'Search closed',
};

function whatWords({ kind, what, from }: Entry): string {
  switch (kind) {
    case 'move':
      return from === null ? `added in ${what}` : `${from} to ${what}`;
    case 'interview':
      return 'interview with the client';
    case 'offer': {
      const became = what === 'extended' ? 'extended' : (DECISION[what as keyof typeof DECISION] ?? what).toLowerCase();
      return what === 'accepted' ? 'offer accepted: placed' : `offer ${became}`;
    }
    case 'outcome':
      return [OUTCOME[what as keyof typeof OUTCOME] ?? what, from && OUTCOME_BY[from as keyof typeof OUTCOME_BY]]
        .filter(Boolean)
        .join(', decided by: ')
        .toLowerCase();
    default:
      return OF_SEARCH[what] ?? what;
  }
}

function textOf({ kind, what }: Entry, text: string | null): string | null {
  if (text === null) return null;
  if (kind === 'outcome') return outcomeReason(text);
  return kind === 'search' && what === 'closed' ? (CLOSE_REASON[text as keyof typeof CLOSE_REASON] ?? text) : text;
}

function CandidateLink({ candidate }: { candidate: NonNullable<Entry['candidate']> }) {
  return (
    <Anchor component={Link} to={`/candidates/${candidate.id}`} inherit underline="always">
      {candidate.name}
    </Anchor>
  );
}

/** Whom it is about, before what happened: "Ada Sample: Presented to Finalist". */
function Who({ entry: { candidate }, of }: HappeningProps) {
  if (!candidate || of.candidateId) return null;
  return (
    <>
      <CandidateLink candidate={candidate} />
      {': '}
    </>
  );
}

function Where({ entry: { search }, of }: HappeningProps) {
  if (!search || of.searchId) return null;
  return (
    <>
      {' in '}
      <Anchor component={Link} to={`/searches/${search.id}`} inherit underline="always">
        {search.title}
      </Anchor>
    </>
  );
}

const WITH: Partial<Record<string, string>> = { client_feedback: ' from ', note: ' about ' };

/** " with Ida Boss about Ada Sample in Chief AI Officer", without what the page is about itself. */
function With({ entry, of }: HappeningProps) {
  const { what, contact, candidate } = entry;
  return (
    <>
      {contact && contact.id !== of.contactId ? (
        <>
          {WITH[what] ?? ' with '}
          <Anchor component={Link} to={`/contacts/${contact.id}`} inherit underline="always">
            {contact.name}
          </Anchor>
        </>
      ) : null}
      {candidate && !of.candidateId ? (
        <>
          {contact || what in WITH ? ' about ' : ' with '}
          <CandidateLink candidate={candidate} />
        </>
      ) : null}
      <Where entry={entry} of={of} />
    </>
  );
}
