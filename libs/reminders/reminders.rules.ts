import { dateOf, MS_PER_DAY, weekdayOf } from '@app/platform/time/local-date.js';
import { atLocalHour, localDayOf } from '@app/platform/time/zone.js';
import type { NoticeKind } from '@app/mails/mails.types.js';
import type { DueDelivery, NoticeMode, Recipient, Verdict } from './reminders.types.js';

const LATE_MS = MS_PER_DAY;
const HEALTH_HOUR = 7;
const READS_HEALTH = new Set<Recipient['role']>(['partner', 'admin']);

/** What a person hears of at once unless they say otherwise, and what waits for the digest. */
export const DEFAULT_MODES: Readonly<Record<NoticeKind, NoticeMode>> = {
  flag_raised: 'immediate',
  flag_escalated: 'immediate',
  window_closing: 'immediate',
  client_feedback_due: 'immediate',
  interview_tomorrow: 'immediate',
  offer_expiring: 'immediate',
  task_due: 'digest',
  check_in_due: 'digest',
  article14_due: 'digest',
};

/** "Mail what still matters": a flag while it is open, however late; Monday's figures until Tuesday morning. */
export function verdictOn(
  due: Pick<DueDelivery, 'form' | 'dueAt' | 'now'> & { recipient: Recipient; standing: number },
): Verdict {
  const late = due.now.getTime() - due.dueAt.getTime() > LATE_MS;
  if (due.form !== 'pipeline_health') {
    if (due.standing > 0) return { send: true };
    return late ? { missed: true } : { cancelled: true };
  }
  if (!READS_HEALTH.has(due.recipient.role)) return { cancelled: true };
  return late ? { missed: true } : { send: true };
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
