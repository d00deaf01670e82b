import { datesOf, weekdayOf } from '../../../lib/dates';

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
export const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** The weeks of a month, Monday first; days of other months are left out. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const days = datesOf(year, month);
  const cells = [...Array<null>(weekdayOf(days[0] ?? '') - 1).fill(null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day] ?? null),
  );
}
