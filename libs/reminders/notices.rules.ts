import type { NoticeItem, NoticeKind } from '@app/mails/mails.types.js';
import { formatLocalMoment } from '@app/platform/time/zone.js';
import type { NoticeFacts } from './reminders.types.js';

const MS_PER_HOUR = 3_600_000;
/** What comes within the hour came on time. */
const ON_TIME_MS = MS_PER_HOUR;

/** One reminder as a mail or a list tells it. `firstHour` is when it could have been told, quiet hours counted. */
export function noticeItemOf(facts: NoticeFacts, firstHour: Date, now: Date, zone: string): NoticeItem {
  const { kind, severity, searchTitle, clientName, candidateName } = facts;
  const late = now.getTime() - firstHour.getTime() > ON_TIME_MS;
  const wasDue = late ? ` (was due ${formatLocalMoment(facts.dueAt, zone)})` : '';
  return {
    kind,
    severity: kind === 'flag_raised' || kind === 'flag_escalated' ? severity : null,
    group: searchTitle === null ? null : `${searchTitle}, ${clientName ?? 'client'}`,
    about: candidateName,
    sentence: `${WORDS[kind](facts).replace(/[.]+$/, '')}${wasDue}`,
    nextStep: facts.nextStep ?? NEXT_STEPS[kind] ?? null,
    path: pathOf(facts),
    at: facts.at,
    on: facts.on,
    event: eventOf(facts),
  };
}

const WORDS: Readonly<Record<NoticeKind, (facts: NoticeFacts) => string>> = {
  flag_raised: ({ sentence }) => sentence ?? 'A flag is raised',
  flag_escalated: ({ sentence }) => `Nobody has acknowledged this: ${sentence ?? 'a flag is raised'}`,
  window_closing: ({ number }) => `The market window closes in ${days(number)}, without an offer`,
  client_feedback_due: ({ sentence }) => sentence ?? 'The client owes feedback',
  task_due: ({ title }) => title ?? 'A task is due',
  interview_tomorrow: () => 'Interview coming up',
  offer_expiring: () => 'The offer expires, undecided',
  check_in_due: ({ number }) => `Check-in, ${days(number)} after the start`,
  article14_due: ({ number }) =>
    number === 1
      ? 'One person here has not been told where their data comes from'
      : `${number ?? 0} people here have not been told where their data comes from`,
};

const NEXT_STEPS: Partial<Readonly<Record<NoticeKind, string>>> = {
  window_closing: 'Extend the offer, or tell the client what waiting costs.',
  offer_expiring: 'Ask what is missing for a decision.',
  check_in_due: 'Talk to them and write down how it goes.',
  article14_due: 'Send the Article 14 notice, or record why none is due.',
};

const days = (count: number | null): string => (count === 1 ? 'a day' : `${count ?? 0} days`);

function pathOf({ kind, searchId, candidacyId, subjectId }: NoticeFacts): string {
  if (searchId === null) return kind === 'task_due' ? `/reminders?task=${subjectId}` : '/reminders';
  const search = `/searches/${searchId}`;
  return candidacyId ? `${search}?candidacy=${candidacyId}` : search;
}

function eventOf({ kind, at, endsAt, place, subjectId, number }: NoticeFacts): NoticeItem['event'] {
  if (kind !== 'interview_tomorrow' || !at || !endsAt) return null;
  return {
    uid: `interview-${subjectId}@searchlight`,
    sequence: number ?? 0,
    startsAt: at,
    endsAt,
    place,
    title: 'Interview',
  };
}
