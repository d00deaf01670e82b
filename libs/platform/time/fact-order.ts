import { dayOf, type LocalDate } from './local-date.js';
import { localDayOf, startOfLocalDay } from './zone.js';

/**
 * The moment of a fact that follows another: its own; or the other's, where it was given as the day of the other without a
 * time, which is that day's first moment. Null: it cannot be, as it would come first.
 */
export function follows(at: Date, earlier: Date, zone: string): Date | null {
  if (at >= earlier) return at;
  const day = localDayOf(earlier, zone);
  return at.getTime() === startOfLocalDay(day, zone).getTime() ? earlier : null;
}

/** Whether a calendar date lies before the one on which something happened. */
export const liesBefore = (date: LocalDate, happened: Date, zone: string): boolean =>
  dayOf(date) < localDayOf(happened, zone);
