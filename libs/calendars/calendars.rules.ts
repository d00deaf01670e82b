import {
  dateOf,
  dayOf,
  formatLongDay,
  isDay,
  localDate,
  type LocalDate,
  weekdayOf,
} from '@app/platform/time/local-date.js';
import { zoneOf } from '@app/platform/time/zone.js';
import { regionName } from '@app/platform/values/region.js';
import type { CalendarHoliday, CalendarsErrorCode, CalendarState } from './calendars.types.js';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export interface Refusal {
  code: CalendarsErrorCode;
  sentence: string;
}

const refused = (code: CalendarsErrorCode, sentence: string): Refusal => ({ code, sentence });

/** Why a calendar cannot stand like this, or null when it can. */
export function calendarRefusal({ timeZone, workingDays, holidays }: CalendarState): Refusal | null {
  if (zoneOf(timeZone) === null) return unknownZone(timeZone);
  const strange = workingDays.find((day) => !Number.isInteger(day) || day < 1 || day > 7);
  if (strange !== undefined) return refused('no_working_day', 'Working days are 1 for Monday to 7 for Sunday.');
  if (workingDays.length === 0) return refused('no_working_day', 'At least one day of the week must be a working day.');
  const wrong = holidaysRefusal(holidays);
  if (wrong) return wrong;
  const year = yearWithoutWork(workingDays, holidays);
  if (year === null) return null;
  return refused('no_working_day', `With these holidays, ${year} would have no working days left.`);
}

export function unknownZone(timeZone: string): Refusal {
  return refused('unknown_time_zone', `"${timeZone}" is not a time zone; use a name such as Europe/Berlin.`);
}

/** Why these cannot be the holidays of anybody, or null. */
export function holidaysRefusal(holidays: readonly CalendarHoliday[]): Refusal | null {
  const seen = new Set<string>();
  for (const { date } of holidays) {
    if (!isDay(date)) return refused('unknown_day', `"${date}" is not a valid date; write it as 2026-12-24.`);
    if (seen.has(date)) return refused('holiday_twice', `${formatLongDay(date)} is listed twice.`);
    seen.add(date);
  }
  return null;
}

/** What differs between two versions, a sentence each. */
export function changesBetween(
  before: Partial<CalendarState>,
  after: Partial<CalendarState>,
  most = Infinity,
): string[] {
  const changes: (() => string)[] = [];
  if (before.region !== after.region) {
    changes.push(() => `Region ${regionInWords(after.region)} instead of ${regionInWords(before.region)}`);
  }
  if (before.timeZone !== after.timeZone) {
    changes.push(() => `Time zone ${after.timeZone} instead of ${before.timeZone}`);
  }
  const [worked, works] = [daysInWords(before.workingDays), daysInWords(after.workingDays)];
  if (worked !== works) changes.push(() => `Works ${works} instead of ${worked}`);
  const was = byDate(before.holidays);
  const is = byDate(after.holidays);
  const dates = [...new Set([...was.keys(), ...is.keys()])].sort();
  for (const date of dates) {
    const [old, now] = [was.get(date), is.get(date)];
    if (!old && now) changes.push(() => `Added ${named(now)}`);
    if (old && !now) changes.push(() => `Removed ${named(old)}`);
    if (old && now && old.name !== now.name) {
      changes.push(() => `${formatLongDay(date)} is now called ${now.name ?? 'nothing'}`);
    }
  }
  const said = changes.slice(0, most).map((change) => change());
  return changes.length > most ? [...said, `and ${changes.length - most} more`] : said;
}

/** One order, so that two equal calendars look equal. */
export function inOrder(state: CalendarState): CalendarState {
  return {
    region: state.region ?? null,
    timeZone: state.timeZone,
    workingDays: [...new Set(state.workingDays)].sort((a, b) => a - b),
    holidays: holidaysInOrder(state.holidays),
  };
}

export const holidaysInOrder = (holidays: readonly CalendarHoliday[]): CalendarHoliday[] =>
  holidays.map(({ date, name }) => ({ date, name: name ?? null })).sort((a, b) => (a.date < b.date ? -1 : 1));

function yearWithoutWork(workingDays: readonly number[], holidays: readonly CalendarHoliday[]): string | null {
  const off = new Set(holidays.map(({ date }) => date));
  // a year needs at least 52 holidays to lose even one weekday of its own
  const years = [...new Set(holidays.map(({ date }) => date.slice(0, 4)))];
  const crowded = years.filter((year) => holidays.filter(({ date }) => date.startsWith(year)).length >= 52);
  return crowded.find((year) => !worksOnce(year, workingDays, off)) ?? null;
}

function worksOnce(year: string, workingDays: readonly number[], off: ReadonlySet<string>): boolean {
  for (let day = dayOf(localDate(`${year}-01-01`)); day <= dayOf(localDate(`${year}-12-31`)); day++) {
    if (workingDays.includes(weekdayOf(day)) && !off.has(dateOf(day))) return true;
  }
  return false;
}

const byDate = (holidays: readonly CalendarHoliday[] = []): Map<LocalDate, CalendarHoliday> =>
  new Map(holidays.map((holiday) => [holiday.date, holiday]));

const named = ({ date, name }: CalendarHoliday): string =>
  name ? `${formatLongDay(date)}, ${name}` : formatLongDay(date);

const regionInWords = (region: string | null | undefined): string => (region ? regionName(region) : 'none');

/** "Monday to Friday"; days that do not follow each other one by one. The week may run over Sunday. */
function daysInWords(days: readonly number[] = []): string {
  const name = (day: number): string => WEEKDAYS[day - 1] ?? '';
  const first = days.find((day) => !days.includes(day === 1 ? 7 : day - 1));
  if (first === undefined) return days.length === 7 ? 'every day' : 'never';
  const run = [first];
  for (let day = (first % 7) + 1; days.includes(day); day = (day % 7) + 1) run.push(day);
  if (run.length < days.length || run.length < 3) return days.map(name).join(', ');
  return `${name(first)} to ${name(run.at(-1) ?? first)}`;
}
