import { entryUid } from '@app/interviews/interviews.types.js';
import type { NoticeItem } from '@app/mails/mails.types.js';
import { formatLocalMoment } from '@app/platform/time/zone.js';
import { noticeKind } from './notice-kinds.sql.js';
import type { NoticeDetails } from './notifications.types.js';

const MS_PER_HOUR = 3_600_000;
/** What comes within the hour came on time. */
const ON_TIME_MS = MS_PER_HOUR;

/** One reminder as a mail or a list tells it. `firstHour` is when it could have been told, quiet hours counted. */
export function noticeItemOf(details: NoticeDetails, firstHour: Date, now: Date, zone: string): NoticeItem {
  const { kind, severity, searchTitle, clientName, candidateName } = details;
  const { sentence, nextStep, subjectType, to } = noticeKind(kind);
  const late = now.getTime() - firstHour.getTime() > ON_TIME_MS;
  const wasDue = late ? ` (was due ${formatLocalMoment(details.dueAt, zone, now)})` : '';
  if (!details.mayRead) return entryAlone(details, sentence(details), nextStep ?? null);
  return {
    kind,
    severity: subjectType === 'flag' && to === 'user' ? severity : null,
    group: searchTitle === null ? null : `${searchTitle}, ${clientName ?? 'client'}`,
    about: candidateName,
    sentence: `${sentence(details).replace(/[.]+$/, '')}${wasDue}`,
    nextStep: details.nextStep ?? nextStep ?? null,
    path: pathOf(details),
    at: details.at,
    on: details.on,
    event: eventOf(details),
    handedOn: details.handedOnAt && {
      by: details.handedOnBy,
      at: details.handedOnAt,
      reason: details.handedOnReason,
    },
  };
}

function pathOf(details: NoticeDetails): string {
  const { kind, searchId, candidacyId, subjectId } = details;
  if (noticeKind(kind).subjectType === 'activity') return timelineOf(details);
  if (searchId === null) return noticeKind(kind).subjectType === 'task' ? `/reminders?task=${subjectId}` : '/reminders';
  const search = `/searches/${searchId}`;
  return candidacyId ? `${search}?candidacy=${candidacyId}` : search;
}

/** Where what was logged is read. */
function timelineOf({ searchId, candidateId, contactId }: NoticeDetails): string {
  if (searchId) return `/searches/${searchId}?tab=activity`;
  if (candidateId) return `/candidates/${candidateId}`;
  return contactId ? `/contacts/${contactId}` : '/reminders';
}

/** To somebody who does not work on the search any more: what is in their calendar, and nothing else. */
function entryAlone(details: NoticeDetails, sentence: string, nextStep: string | null): NoticeItem {
  const { kind, at, on } = details;
  const event = eventOf({ ...details, place: null });
  const bare = { severity: null, group: null, about: null, path: '/reminders' };
  return { kind, ...bare, sentence, nextStep, at, on, event };
}

function eventOf({ kind, at, endsAt, place, subjectId, number, isOff }: NoticeDetails): NoticeItem['event'] {
  if (noticeKind(kind).subjectType !== 'interview' || !at || !endsAt) return null;
  return {
    uid: entryUid(subjectId),
    sequence: number ?? 0,
    startsAt: at,
    endsAt,
    place,
    title: 'Interview',
    cancelled: isOff,
  };
}
