import type { FlagWhy } from '../../../lib/answers';
import { dateOf, numberOf, weekdayOf } from '../../../lib/dates';

export type WhyDay = FlagWhy['calendar']['days'][number];

/** A day of the month view; `null` for days before the clock began and after it was read. */
export interface Cell {
  date: string;
  day: WhyDay | null;
}

/** A week from Monday to Sunday, or how many weeks were left out between the deadline and today. */
export type Week = { cells: Cell[] } | { leftOut: number };

/** This many weeks after the deadline are shown at both ends of what lies between it and today. */
const SHOWN_AROUND = 2;

/** Whole weeks around the days of a flag; a long wait after the deadline is cut in its middle. */
export function weeksOf({ days, deadline }: Pick<FlagWhy['calendar'], 'days' | 'deadline'>): Week[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const known = new Map(days.map((day) => [day.date, day]));
  const start = numberOf(first.date) - (weekdayOf(first.date) - 1);
  const count = Math.floor((numberOf(last.date) - start) / 7) + 1;
  const weeks = Array.from({ length: count }, (_, week) => ({
    cells: Array.from({ length: 7 }, (_day, i) => {
      const date = dateOf(start + week * 7 + i);
      return { date, day: known.get(date) ?? null };
    }),
  }));
  const due = Math.floor((numberOf(deadline) - start) / 7);
  const [from, to] = [due + SHOWN_AROUND, count - 1];
  return to - from > 1 ? [...weeks.slice(0, from), { leftOut: to - from }, ...weeks.slice(to)] : weeks;
}
