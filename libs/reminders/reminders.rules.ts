import { dateOf, MS_PER_DAY, weekdayOf } from '@app/platform/time/local-date.js';
import { atLocalHour, localDayOf } from '@app/platform/time/zone.js';
import type { DueDelivery, NextState, Recipient } from './reminders.types.js';

export const MINUTE = 60;
/** Minutes to wait after each "not now" of the mail server; after the last one the delivery has failed. */
const BACK_OFF_MINUTES = [1, 5, 15, 60];
/** A mail server that could not be reached says nothing about the mail: that counts as no attempt. */
const UNREACHABLE_MINUTES = 1;
const LATE_MS = MS_PER_DAY;
const HEALTH_HOUR = 7;
const READS_HEALTH = new Set<Recipient['role']>(['partner', 'admin']);

export type Verdict = 'send' | 'cancelled' | 'missed';

/** "Mail what still matters": a flag while it is open, however late; Monday's figures until Tuesday morning. */
export function verdictOn(due: Pick<DueDelivery, 'kind' | 'dueAt' | 'now' | 'flags' | 'recipient'>): Verdict {
  const late = due.now.getTime() - due.dueAt.getTime() > LATE_MS;
  if (due.kind === 'flag_raised') {
    if (due.flags.length > 0) return 'send';
    return late ? 'missed' : 'cancelled';
  }
  if (!READS_HEALTH.has(due.recipient.role)) return 'cancelled';
  return late ? 'missed' : 'send';
}

type Attempt = 'accepted' | 'refused' | 'deferred' | 'unsent' | 'unknown';

/** What an attempt makes of a delivery. Nothing ever leads out of `uncertain` by itself. `jitter` is 0 to 1. */
export function afterAttempt(result: Attempt, attempts: number, jitter: number, response: string): NextState {
  switch (result) {
    case 'accepted':
      return { state: 'sent', response };
    case 'refused':
      return { state: 'failed', response };
    case 'unknown':
      return { state: 'uncertain', response };
    case 'unsent':
      return { state: 'pending', waitSeconds: spread(UNREACHABLE_MINUTES, jitter), attempts: attempts - 1, response };
    case 'deferred': {
      const minutes = BACK_OFF_MINUTES[attempts - 1];
      if (minutes === undefined) return { state: 'failed', response };
      return { state: 'pending', waitSeconds: spread(minutes, jitter), attempts, response };
    }
  }
}

/** A fifth more at most, so that what failed together does not come back together. */
const spread = (minutes: number, jitter: number): number => Math.round(minutes * MINUTE * (1 + jitter / 5));

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

/** The flags nobody was told of yet, by whom to tell, in the order given. */
export function byRecipient<T extends { recipientId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.recipientId, [...(groups.get(row.recipientId) ?? []), row]);
  return groups;
}
