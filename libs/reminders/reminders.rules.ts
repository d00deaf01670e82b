import type { NoticeKind } from '@app/mails/mails.types.js';
import { dateOf, MS_PER_DAY, weekdayOf } from '@app/platform/time/local-date.js';
import { nextLoud, type QuietHours } from '@app/platform/time/quiet-hours.js';
import { isWorkingDay } from '@app/platform/time/working-calendar.js';
import { atLocalHour, atLocalMinute, formatLocalMoment, localDayOf } from '@app/platform/time/zone.js';
import { NOTICE_KIND_SPECS, noticeKind } from './notice-kinds.sql.js';
import type {
  DueDelivery,
  DueReminder,
  MailState,
  MyReminderRow,
  NoticeMode,
  NotificationModes,
  NotificationSettings,
  NotificationTimes,
  Reader,
  Recipient,
  ReminderKind,
  Ruling,
} from './reminders.types.js';

const LATE_MS = MS_PER_DAY;
const HEALTH_HOUR = 7;
const READS_HEALTH = new Set<Recipient['role']>(['partner', 'admin']);

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

export const quietHoursOf = ({ times, calendar }: Pick<Reader, 'times' | 'calendar'>): QuietHours => ({
  fromMinute: minuteOf(times.quietFrom),
  toMinute: minuteOf(times.quietTo),
  workingDaysOnly: times.workingDaysOnly,
  calendar,
});

type Due = Pick<DueDelivery, 'form' | 'dueAt' | 'now'>;

const CANCELLED = { cancelled: true } as const;

/**
 * What becomes of a mail to one of our people that has fallen due. It is asked again at every attempt, so what they
 * chose a minute ago holds. Late is what could have been told more than a day ago, quiet hours counted.
 */
export function rulingOn(due: Due, reader: Reader, reminders: readonly DueReminder[]): Ruling {
  const quiet = quietHoursOf(reader);
  const late = (dueAt: Date): boolean => due.now.getTime() - nextLoud(dueAt, quiet).getTime() > LATE_MS;
  const gone = reminders.filter(({ standing }) => !standing).map(({ id }) => id);
  const standing = reminders.filter((reminder) => reminder.standing);
  const nothing: Ruling = { verdict: CANCELLED, cancel: gone, toDigest: [], missed: [] };
  const loud = nextLoud(due.now, quiet);
  const wait: Ruling = { verdict: { notBefore: loud }, cancel: [], toDigest: [], missed: [] };

  if (due.form === 'pipeline_health') {
    if (!READS_HEALTH.has(reader.role) || reader.absent || reader.modes.pipeline_health === 'off') return nothing;
    if (loud > due.now) return wait;
    return { ...nothing, verdict: late(due.dueAt) ? { missed: true } : { send: true } };
  }
  if (due.form === 'daily_digest') {
    const rest = standing.filter(({ kind }) => isNotice(kind)).map(({ id }) => id);
    if (rest.length === 0) return nothing;
    if (reader.absent || reader.modes.daily_digest === 'off') return { ...nothing, toDigest: rest };
    if (loud > due.now) return wait;
    if (late(due.dueAt)) return { ...nothing, verdict: { missed: true }, toDigest: rest };
    return { ...nothing, verdict: { send: true } };
  }
  if (standing.length === 0) return nothing;
  if (loud > due.now) return wait;
  const off = standing.filter(({ kind }) => reader.modes[kind] === 'off');
  const wanted = standing.filter(({ kind }) => reader.modes[kind] !== 'off');
  const missed = wanted.filter(({ dueAt }) => late(dueAt));
  const later = wanted.filter((reminder) => reader.modes[reminder.kind] === 'digest' || missed.includes(reminder));
  const told = wanted.length - later.length;
  return {
    verdict: told > 0 ? { send: true } : missed.length > 0 ? { missed: true } : CANCELLED,
    cancel: [...gone, ...off.map(({ id }) => id)],
    toDigest: later.map(({ id }) => id),
    missed: missed.map(({ id }) => id),
  };
}

/** The same for a mail to a client's contact, who chose nothing: business hours, and never late. */
export function clientRulingOn(due: Due, quiet: QuietHours, reminders: readonly DueReminder[]): Ruling {
  const cancel = reminders.filter(({ standing }) => !standing).map(({ id }) => id);
  const ruling: Ruling = { verdict: CANCELLED, cancel, toDigest: [], missed: [] };
  if (cancel.length === reminders.length) return ruling;
  const loud = nextLoud(due.now, quiet);
  if (loud > due.now) return { ...ruling, cancel: [], verdict: { notBefore: loud } };
  const late = due.now.getTime() - nextLoud(due.dueAt, quiet).getTime() > LATE_MS;
  return { ...ruling, verdict: late ? { missed: true } : { send: true } };
}

export interface Digest {
  /** their local date */
  readonly date: string;
  readonly dueAt: Date;
}

/** The digest of this person's day, once its time has come: on working days, and not while they are away. */
export function digestDue(reader: Pick<Reader, 'times' | 'calendar' | 'absent' | 'modes'>, now: Date): Digest | null {
  if (reader.absent || reader.modes.daily_digest === 'off') return null;
  const day = localDayOf(now, reader.calendar.zone);
  const digest = digestOf(day, reader);
  return digest && digest.dueAt <= now ? digest : null;
}

/** The next digest after `now`, whether or not there will be something in it; null: none within two months. */
export function nextDigest(reader: Pick<Reader, 'times' | 'calendar'>, now: Date): Digest | null {
  const today = localDayOf(now, reader.calendar.zone);
  for (let day = today; day <= today + 60; day++) {
    const digest = digestOf(day, reader);
    if (digest && digest.dueAt > now) return digest;
  }
  return null;
}

function digestOf(day: number, { times, calendar }: Pick<Reader, 'times' | 'calendar'>): Digest | null {
  const date = dateOf(day);
  if (!isWorkingDay(date, calendar)) return null;
  return { date, dueAt: atLocalMinute(day, minuteOf(times.digestAt), calendar.zone) };
}

const OWN_MODES = ['immediate', 'off'] as const;
const NOTICE_MODES = ['immediate', 'digest', 'off'] as const;

/** Kinds a person of this role can hear of. A client's feedback is asked of the client. */
const kindsFor = (role: Reader['role']): ReminderKind[] =>
  (Object.keys(modesOf({})) as ReminderKind[]).filter(
    (kind) =>
      (!isNotice(kind) || noticeKind(kind).to === 'user') && (kind !== 'pipeline_health' || READS_HEALTH.has(role)),
  );

/** A sentence about the first choice that makes no sense, or null. */
export function refusedModes(modes: Partial<NotificationModes>): string | null {
  const wrong = Object.entries(modes).find(([kind, mode]) => !isNotice(kind as ReminderKind) && mode === 'digest');
  return wrong ? 'The digest and the Monday mail are sent on their own: they can only be on or off.' : null;
}

/** What a person sees of their choices. */
export function settingsOf(
  reader: Pick<Reader, 'times' | 'modes' | 'calendar' | 'role' | 'timeZone'> & { version: number },
  now: Date,
): NotificationSettings {
  const { version, timeZone, times, modes } = reader;
  const kinds = kindsFor(reader.role).map((kind) => ({
    kind,
    mode: modes[kind],
    possible: isNotice(kind) ? NOTICE_MODES : OWN_MODES,
  }));
  return { version, timeZone, ...times, kinds, nextDigest: nextDigestSentence(reader, now) };
}

function nextDigestSentence(reader: Pick<Reader, 'times' | 'modes' | 'calendar'>, now: Date): string {
  if (reader.modes.daily_digest === 'off') return 'You receive no digest; your reminders hold what it would say.';
  const digest = nextDigest(reader, now);
  if (!digest)
    return 'The calendar of your office has no working day in the next two months, so no digest will be sent.';
  const { zone } = reader.calendar;
  const comes = nextLoud(digest.dueAt, quietHoursOf(reader));
  const waits = comes > digest.dueAt ? ' once your quiet hours are over' : '';
  return `Your next digest comes ${formatLocalMoment(comes, zone)}${waits}, if there is anything to report.`;
}

export interface MondayMail {
  /** The local date of the Monday. */
  readonly date: string;
  readonly dueAt: Date;
}

/** The Monday mail that is due for this person now; null outside the day after Monday 07:00 in their office's zone. */
export function mondayMailDue(
  recipient: Pick<Recipient, 'role' | 'timeZone' | 'createdAt'>,
  now: Date,
): MondayMail | null {
  if (!READS_HEALTH.has(recipient.role)) return null;
  const { date, dueAt } = lastMondayMorning(now, recipient.timeZone);
  if (now.getTime() - dueAt.getTime() > LATE_MS) return null;
  return recipient.createdAt <= dueAt ? { date, dueAt } : null;
}

/** The latest Monday 07:00 on this zone's clocks that is not in the future. */
export function lastMondayMorning(now: Date, zone: string): MondayMail {
  const today = localDayOf(now, zone);
  const monday = today - (weekdayOf(today) - 1);
  const dueAt = atLocalHour(monday, HEALTH_HOUR, zone);
  if (dueAt <= now) return { date: dateOf(monday), dueAt };
  return { date: dateOf(monday - 7), dueAt: atLocalHour(monday - 7, HEALTH_HOUR, zone) };
}

const MAIL_STATES: Readonly<Record<string, MailState>> = {
  pending: 'waits',
  claimed: 'on_its_way',
  sent: 'sent',
  failed: 'not_sent',
  uncertain: 'uncertain',
  missed: 'missed',
  cancelled: 'cancelled',
};

/** What became of the mail of a reminder. */
export function mailStateOf(
  row: Pick<MyReminderRow, 'mode' | 'cancelledAt' | 'missedAt' | 'deliveryState'>,
): MailState {
  if (row.cancelledAt) return 'cancelled';
  if (row.deliveryState) return MAIL_STATES[row.deliveryState] ?? 'waits';
  if (row.mode === 'off') return 'no_mail';
  return row.missedAt ? 'missed' : 'waits';
}

export const MAIL_SENTENCES: Readonly<Record<MailState, string | null>> = {
  waits: null,
  on_its_way: null,
  sent: null,
  not_sent: 'The mail server refused this email.',
  uncertain: 'This email may not have arrived.',
  missed: 'Too late for an email of its own: it is in your next digest.',
  cancelled: 'No email: the reason no longer applied.',
  no_mail: 'No email: you switched this kind off.',
};
