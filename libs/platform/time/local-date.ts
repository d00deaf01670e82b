/**
 * Calendar dates without a zone. Inside the hot loops a date is an integer, the number of days since 1970-01-01;
 * outside it is `YYYY-MM-DD`. Both are types of their own, which only this folder makes out of text and moments: a
 * moment is a `Date`, and no date is one before a zone has been named (`zone.ts`).
 */
export const MS_PER_DAY = 86_400_000;

declare const means: unique symbol;

/** A date that the calendar has, `YYYY-MM-DD`. */
export type LocalDate = string & { readonly [means]: 'date' };

/** The same as the number of days since 1970-01-01. */
export type LocalDay = number & { readonly [means]: 'day' };

/** Later than every day, and earlier. */
export const NEVER = Infinity as LocalDay;
export const LONG_AGO = -Infinity as LocalDay;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const CACHED_DATES = 20_000;

const dates = new Map<LocalDay, LocalDate>();

/** A text as the date that it is; fails where the calendar has none. */
export function localDate(text: string): LocalDate {
  dayIn(text);
  return text as LocalDate;
}

export function dayOf(date: LocalDate): LocalDay {
  return dayIn(date);
}

function dayIn(text: string): LocalDay {
  const ms = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // Date.parse lets 30 February through as 2 March
  if (Number.isNaN(ms) || new Date(ms).getUTCDate() !== Number(text.slice(8))) {
    throw new RangeError(`not a calendar date: ${text}`);
  }
  return (ms / MS_PER_DAY) as LocalDay;
}

/** Whether a text is a date that the calendar has. */
export function isDay(text: string): text is LocalDate {
  try {
    return Number.isInteger(dayIn(text));
  } catch {
    return false;
  }
}

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

export const plusDays = (day: LocalDay, days: number): LocalDay => (day + days) as LocalDay;

export const earliestDay = (...days: readonly LocalDay[]): LocalDay => Math.min(...days) as LocalDay;

export const latestDay = (...days: readonly LocalDay[]): LocalDay => Math.max(...days) as LocalDay;

export function dateOf(day: LocalDay): LocalDate {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
  if (dates.size >= CACHED_DATES) dates.clear();
  dates.set(day, date);
  return date;
}

/** ISO weekday, 1 = Monday to 7 = Sunday. */
export function weekdayOf(day: LocalDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** "Thu 5 Nov", "Thu 5" where the month is said elsewhere in the sentence, "5 Nov" where the weekday says nothing. */
export function formatDay(day: LocalDay, style: 'full' | 'without-month' | 'without-weekday' = 'full'): string {
  const date = new Date(day * MS_PER_DAY);
  const weekday = style === 'without-weekday' ? '' : `${WEEKDAYS[weekdayOf(day) - 1]} `;
  const month = style === 'without-month' ? '' : ` ${MONTHS[date.getUTCMonth()]}`;
  return `${weekday}${date.getUTCDate()}${month}`;
}
