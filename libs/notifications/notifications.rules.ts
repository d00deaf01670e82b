import type { NoticeKind } from '@app/mails/mails.types.js';
import { dateOf, type LocalDate, type LocalDay, plusDays } from '@app/platform/time/local-date.js';
import { nextLoud, type QuietHours } from '@app/platform/time/quiet-hours.js';
import { isWorkingDay } from '@app/platform/time/working-calendar.js';
import { atLocalMinute, formatLocalMoment, localDayOf } from '@app/platform/time/zone.js';
import { NOTICE_KIND_SPECS, noticeKind } from './notice-kinds.sql.js';
import {
  NOTICE_MODES,
  type NoticeMode,
  type NotificationModes,
  type NotificationSettings,
  type NotificationTimes,
  type Person,
  type Recipient,
  type ReminderKind,
} from './notifications.types.js';

/** Whom the Monday mail is for. */
export const readsHealth = (role: Recipient['role']): boolean => role === 'partner' || role === 'admin';

/** What a person hears of at once unless they say otherwise, and what waits for the digest. */
export const DEFAULT_MODES = Object.fromEntries(NOTICE_KIND_SPECS.map(({ kind, mode }) => [kind, mode])) as Readonly<
  Record<NoticeKind, NoticeMode>
>;
const DEFAULT_OWN_MAILS = { daily_digest: 'immediate', pipeline_health: 'immediate' } as const;

export const DEFAULT_TIMES: NotificationTimes = {
  quietFrom: '20:00',
  quietTo: '07:00',
  digestAt: '07:30',
  workingDaysOnly: true,
};

/** What is left out stays as it was. */
export const withTimes = (before: NotificationTimes, chosen: Partial<NotificationTimes>): NotificationTimes => ({
  quietFrom: chosen.quietFrom ?? before.quietFrom,
  quietTo: chosen.quietTo ?? before.quietTo,
  digestAt: chosen.digestAt ?? before.digestAt,
  workingDaysOnly: chosen.workingDaysOnly ?? before.workingDaysOnly,
});

export const modesOf = (chosen: Partial<NotificationModes>): NotificationModes => ({
  ...DEFAULT_MODES,
  ...DEFAULT_OWN_MAILS,
  ...chosen,
});

export const isNotice = (kind: ReminderKind): kind is NoticeKind => kind in DEFAULT_MODES;

/** `HH:MM`, to the minute of the day. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export const quietHoursOf = ({ times, calendar }: Pick<Person, 'times' | 'calendar'>): QuietHours => ({
  fromMinute: minuteOf(times.quietFrom),
  toMinute: minuteOf(times.quietTo),
  workingDaysOnly: times.workingDaysOnly,
  calendar,
});

export interface Digest {
  /** their local date */
  readonly date: LocalDate;
  readonly dueAt: Date;
}

/** The digest of this person's day, once its time has come: on working days, and not while they are away. */
export function digestDue(person: Pick<Person, 'times' | 'calendar' | 'absent' | 'modes'>, now: Date): Digest | null {
  if (person.absent || person.modes.daily_digest === 'off') return null;
  const day = localDayOf(now, person.calendar.zone);
  const digest = digestOf(day, person);
  return digest && digest.dueAt <= now ? digest : null;
}

/** The next digest after `now`, whether or not there will be something in it; null: none within two months. */
export function nextDigest(person: Pick<Person, 'times' | 'calendar'>, now: Date): Digest | null {
  const today = localDayOf(now, person.calendar.zone);
  for (let days = 0; days <= 60; days++) {
    const digest = digestOf(plusDays(today, days), person);
    if (digest && digest.dueAt > now) return digest;
  }
  return null;
}

function digestOf(day: LocalDay, { times, calendar }: Pick<Person, 'times' | 'calendar'>): Digest | null {
  const date = dateOf(day);
  if (!isWorkingDay(date, calendar)) return null;
  return { date, dueAt: atLocalMinute(day, minuteOf(times.digestAt), calendar.zone) };
}

const OWN_MODES = ['immediate', 'off'] as const;

/** Kinds a person of this role can hear of. A client's feedback is asked of the client. */
const kindsFor = (role: Recipient['role']): ReminderKind[] =>
  (Object.keys(modesOf({})) as ReminderKind[]).filter(
    (kind) => (!isNotice(kind) || noticeKind(kind).to === 'user') && (kind !== 'pipeline_health' || readsHealth(role)),
  );

/** A sentence about the first choice that makes no sense, or null. */
export function refusedModes(modes: Partial<NotificationModes>): string | null {
  const wrong = Object.entries(modes).find(([kind, mode]) => !isNotice(kind as ReminderKind) && mode === 'digest');
  return wrong ? 'The digest and the Monday email are sent on their own: they can only be on or off.' : null;
}

/** What a person sees of their choices. */
export function settingsOf(
  person: Pick<Person, 'times' | 'modes' | 'calendar' | 'role' | 'timeZone'> & { version: number },
  now: Date,
): NotificationSettings {
  const { version, timeZone, times, modes } = person;
  const kinds = kindsFor(person.role).map((kind) => ({
    kind,
    mode: modes[kind],
    possible: isNotice(kind) ? NOTICE_MODES : OWN_MODES,
  }));
  return { version, timeZone, ...times, kinds, nextDigest: nextDigestSentence(person, now) };
}

function nextDigestSentence(person: Pick<Person, 'times' | 'modes' | 'calendar'>, now: Date): string {
  if (person.modes.daily_digest === 'off') return 'You receive no digest; your reminders hold what it would say.';
  const digest = nextDigest(person, now);
  if (!digest)
    return 'The calendar of your office has no working day in the next two months, so no digest will be sent.';
  const { zone } = person.calendar;
  const comes = nextLoud(digest.dueAt, quietHoursOf(person));
  const waits = comes > digest.dueAt ? ' once your quiet hours are over' : '';
  return `Your next digest comes ${formatLocalMoment(comes, zone, now)}${waits}, if there is anything to report.`;
}
