import { dateOf, plusDays } from './local-date.js';
import { isWorkingDay, type OfficeCalendar } from './working-calendar.js';
import { atLocalMinute, localDayOf } from './zone.js';

/** When a person is to be left alone. Minutes of their local day, 0 to 1439; the same twice: never. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly workingDaysOnly: boolean;
  readonly calendar: OfficeCalendar;
}

const DAY_MINUTES = 1_440;
/** The longest stretch of days off that is believed; a calendar with a longer one has no working days to wait for. */
const HORIZON_DAYS = 60;

/** The first moment from `at` on at which the person may be told something. */
export function nextLoud(at: Date, quiet: QuietHours): Date {
  const { zone } = quiet.calendar;
  const today = localDayOf(at, zone);
  for (let days = 0; days <= HORIZON_DAYS; days++) {
    const day = plusDays(today, days);
    if (quiet.workingDaysOnly && !isWorkingDay(dateOf(day), quiet.calendar)) continue;
    for (const [from, to] of loudSpans(quiet)) {
      // a stretch may be empty: none is left of it, or the clocks skip it
      const [start, end] = [atLocalMinute(day, from, zone), atLocalMinute(day, to, zone)];
      if (start < end && at < end) return later(at, start);
    }
  }
  return quiet.workingDaysOnly ? nextLoud(at, { ...quiet, workingDaysOnly: false }) : at;
}

export const isQuiet = (at: Date, quiet: QuietHours): boolean => nextLoud(at, quiet) > at;

/** The minutes of a day that are not quiet. */
function loudSpans({ fromMinute, toMinute }: QuietHours): readonly (readonly [number, number])[] {
  if (fromMinute === toMinute) return [[0, DAY_MINUTES]];
  if (fromMinute > toMinute) return [[toMinute, fromMinute]];
  return [
    [0, fromMinute],
    [toMinute, DAY_MINUTES],
  ];
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);
