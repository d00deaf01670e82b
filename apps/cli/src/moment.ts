import { isDay } from '@app/platform/time/local-date.js';
import { WrongUsage } from './outcome.js';

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/i;

/** The value of --at: a moment with its offset, or a date, which is its first moment in UTC. */
export function momentOf(text: string): Date {
  const [, date] = MOMENT.exec(text) ?? [];
  const at = new Date(date ? text.toUpperCase() : NaN);
  // Date takes 30 February for 2 March
  if (date === undefined || !isDay(date) || Number.isNaN(at.getTime())) {
    throw new WrongUsage(`--at "${text}" is neither a moment such as 2026-03-31T14:30:00+02:00 nor a date.`);
  }
  return at;
}
