/**
 * Calendar dates without a zone. Inside the hot loops a date is an integer, the number of days since 1970-01-01;
 * outside it is `YYYY-MM-DD`.
 */
export const MS_PER_DAY = 86_400_000;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const CACHED_DATES = 20_000;

const dates = new Map<number, string>();

export function dayOf(date: string): number {
  const ms = DATE.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  // Date.parse lets 30 February through as 2 March
  if (Number.isNaN(ms) || new Date(ms).getUTCDate() !== Number(date.slice(8))) {
    throw new RangeError(`not a calendar date: ${date}`);
  }
  return ms / MS_PER_DAY;
}

/** Whether a text is a date that the calendar has. */
export function isDay(text: string): boolean {
  try {
    return Number.isInteger(dayOf(text));
  } catch {
    return false;
  }
}

export function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  if (dates.size >= CACHED_DATES) dates.clear();
  dates.set(day, date);
  return date;
}

/** ISO weekday, 1 = Monday to 7 = Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** "Thu 5 Nov", "Thu 5" where the month is said elsewhere in the sentence, "5 Nov" where the weekday says nothing. */
export function formatDay(day: number, style: 'full' | 'without-month' | 'without-weekday' = 'full'): string {
  const date = new Date(day * MS_PER_DAY);
  const weekday = style === 'without-weekday' ? '' : `${WEEKDAYS[weekdayOf(day) - 1]} `;
  const month = style === 'without-month' ? '' : ` ${MONTHS[date.getUTCMonth()]}`;
  return `${weekday}${date.getUTCDate()}${month}`;
}
