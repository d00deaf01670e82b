import { dateOf, dayOf, type LocalDate, plusDays } from '@app/platform/time/local-date.js';
import type { CheckInErrorCode } from './check-ins.types.js';

const USUAL = [30, 60, 90] as const;
/** Who comes from a hyperscaler meets another kind of company later than others do. */
const HYPERSCALER_ALUMNI = [...USUAL, 180, 365] as const;

export interface PlannedCheckIn {
  readonly day: number;
  readonly dueOn: LocalDate;
}

/** The conversations owed after a first day. */
export function checkInPlan(startDate: LocalDate, signals: readonly string[]): PlannedCheckIn[] {
  const start = dayOf(startDate);
  const days = signals.includes('hyperscaler_alumni') ? HYPERSCALER_ALUMNI : USUAL;
  return days.map((day) => ({ day, dueOn: dateOf(plusDays(start, day)) }));
}

export interface CheckInRefusal {
  readonly code: CheckInErrorCode;
  readonly sentence: string;
}

/** The same for an offer of somebody else's confidential search. */
export const UNKNOWN_OFFER = {
  code: 'offer_not_found',
  sentence: 'There is no offer with this id, or you are not on the team of its search.',
} as const satisfies CheckInRefusal;

export function decideCheckInDone(doneAt: Date | null): CheckInRefusal | null {
  return doneAt ? { code: 'check_in_done', sentence: 'This check-in is already done.' } : null;
}

export function decideCheckInUndone(doneAt: Date | null): CheckInRefusal | null {
  return doneAt ? null : { code: 'check_in_not_done', sentence: 'This check-in is not done yet.' };
}
