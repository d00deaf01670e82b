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

/** A day in words as of `today`: "Thu 5 Nov", and with the year where it is another: "Fri 1 Jan 2027". */
export const formatDay = (day: LocalDay, today: LocalDay): string =>
  `${weekdayAndNumber(day)} ${monthOf(day, yearOf(dateOf(day)) !== yearOf(dateOf(today)))}`;

/** The same where today says nothing, as in a rule or on paper: "Mon 4 Jan 2027". */
export const formatLongDay = (date: LocalDate): string =>
  `${weekdayAndNumber(dayOf(date))} ${monthOf(dayOf(date), true)}`;

/** Some days, from the first to the last, the month said once where all share it: "Mon 16, Tue 17 and Wed 18 Nov". */
export function formatDays(days: readonly LocalDay[], today: LocalDay): string[] {
  const isOneMonth = new Set(days.map((day) => dateOf(day).slice(0, 7))).size === 1;
  return days.map((day, i) => (isOneMonth && i < days.length - 1 ? weekdayAndNumber(day) : formatDay(day, today)));
}

/** What is over as a day begins, or at a moment: "closes" while that lies ahead, and "closed" from it on. */
export const tense = <Time extends LocalDay | Date>(over: Time, now: Time, ahead: string, past: string): string =>
  now < over ? ahead : past;

const weekdayAndNumber = (day: LocalDay): string =>
  `${WEEKDAYS[weekdayOf(day) - 1]} ${new Date(day * MS_PER_DAY).getUTCDate()}`;

function monthOf(day: LocalDay, withYear: boolean): string {
  const date = new Date(day * MS_PER_DAY);
  return `${MONTHS[date.getUTCMonth()]}${withYear ? ` ${date.getUTCFullYear()}` : ''}`;
}
