import { isNotice, quietHoursOf, readsHealth } from '@app/notifications/notifications.rules.js';
import { noticeKind } from '@app/notifications/notice-kinds.sql.js';
import type { Person, Recipient, ReminderKind } from '@app/notifications/notifications.types.js';
import { dateOf, type LocalDate, MS_PER_DAY, plusDays, weekdayOf } from '@app/platform/time/local-date.js';
import { nextLoud, type QuietHours } from '@app/platform/time/quiet-hours.js';
import { atLocalHour, localDayOf } from '@app/platform/time/zone.js';
import type { DueDelivery, DueReminder, MailState, MyReminderRow, Ruling } from './reminders.types.js';

const LATE_MS = MS_PER_DAY;
const HEALTH_HOUR = 7;

/** Its mail carries an entry for a calendar. */
export const bringsEntry = (kind: ReminderKind): boolean =>
  isNotice(kind) && noticeKind(kind).subjectType === 'interview';

type Due = Pick<DueDelivery, 'form' | 'dueAt' | 'now'>;

const CANCELLED = { cancelled: true } as const;

/**
 * What becomes of a mail to one of our people that has fallen due. It is asked again at every attempt, so what they
 * chose a minute ago holds. Late is what could have been told more than a day ago, quiet hours counted.
 */
export function rulingOn(due: Due, person: Person, reminders: readonly DueReminder[]): Ruling {
  const quiet = quietHoursOf(person);
  const late = (dueAt: Date): boolean => due.now.getTime() - nextLoud(dueAt, quiet).getTime() > LATE_MS;
  const gone = reminders.filter(({ valid }) => !valid).map(({ id }) => id);
  const valid = reminders.filter((reminder) => reminder.valid);
  const nothing: Ruling = { verdict: CANCELLED, cancel: gone, toDigest: [], missed: [] };
  const loud = nextLoud(due.now, quiet);
  const wait: Ruling = { verdict: { notBefore: loud }, cancel: [], toDigest: [], missed: [] };

  if (due.form === 'pipeline_health') {
    if (!readsHealth(person.role) || person.absent || person.modes.pipeline_health === 'off') return nothing;
    if (loud > due.now) return wait;
    return { ...nothing, verdict: late(due.dueAt) ? { missed: true } : { send: true } };
  }
  if (due.form === 'daily_digest') {
    const rest = valid.filter(({ kind }) => isNotice(kind)).map(({ id }) => id);
    if (rest.length === 0) return nothing;
    if (person.absent || person.modes.daily_digest === 'off') return { ...nothing, toDigest: rest };
    if (loud > due.now) return wait;
    if (late(due.dueAt)) return { ...nothing, verdict: { missed: true }, toDigest: rest };
    return { ...nothing, verdict: { send: true } };
  }
  if (valid.length === 0) return nothing;
  if (loud > due.now) return wait;
  const off = valid.filter(({ kind }) => person.modes[kind] === 'off');
  const wanted = valid.filter(({ kind }) => person.modes[kind] !== 'off');
  const missed = wanted.filter(({ dueAt }) => late(dueAt));
  const later = wanted.filter((reminder) => person.modes[reminder.kind] === 'digest' || missed.includes(reminder));
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
  const cancel = reminders.filter(({ valid }) => !valid).map(({ id }) => id);
  const ruling: Ruling = { verdict: CANCELLED, cancel, toDigest: [], missed: [] };
  if (cancel.length === reminders.length) return ruling;
  const loud = nextLoud(due.now, quiet);
  if (loud > due.now) return { ...ruling, cancel: [], verdict: { notBefore: loud } };
  const late = due.now.getTime() - nextLoud(due.dueAt, quiet).getTime() > LATE_MS;
  return { ...ruling, verdict: late ? { missed: true } : { send: true } };
}

export interface MondayMail {
  /** The local date of the Monday. */
  readonly date: LocalDate;
  readonly dueAt: Date;
}

/** The Monday mail that is due for this person now; null outside the day after Monday 07:00 in their office's zone. */
export function mondayMailDue(
  recipient: Pick<Recipient, 'role' | 'timeZone' | 'createdAt'>,
  now: Date,
): MondayMail | null {
  if (!readsHealth(recipient.role)) return null;
  const { date, dueAt } = lastMondayMorning(now, recipient.timeZone);
  if (now.getTime() - dueAt.getTime() > LATE_MS) return null;
  return recipient.createdAt <= dueAt ? { date, dueAt } : null;
}

/** The latest Monday 07:00 on this zone's clocks that is not in the future. */
export function lastMondayMorning(now: Date, zone: string): MondayMail {
  const today = localDayOf(now, zone);
  const monday = plusDays(today, 1 - weekdayOf(today));
  const dueAt = atLocalHour(monday, HEALTH_HOUR, zone);
  if (dueAt <= now) return { date: dateOf(monday), dueAt };
  const before = plusDays(monday, -7);
  return { date: dateOf(before), dueAt: atLocalHour(before, HEALTH_HOUR, zone) };
}

const STATE_OF: Readonly<Record<string, MailState>> = {
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
  if (row.deliveryState) return STATE_OF[row.deliveryState] ?? 'waits';
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
