import type { CalendarHoliday } from '../../../lib/answers';
import { count } from '../../../lib/words';

/** What was typed and is not saved: by date the new name, or that the day is taken out. It outlives a newer version. */
export interface Draft {
  days: Readonly<Record<string, { name: string } | 'removed'>>;
  /** null: none */
  region?: string | null;
  timeZone?: string;
  workingDays?: number[];
}

export const NOTHING: Draft = { days: {} };

export interface ShownHoliday {
  date: string;
  name: string;
  changed: boolean;
}

/** The holidays as they would be saved, by date. */
export function shownHolidays(saved: readonly CalendarHoliday[], { days }: Draft): ShownHoliday[] {
  const kept = saved
    .filter(({ date }) => !(date in days))
    .map(({ date, name }) => ({ date, name: name ?? '', changed: false }));
  const typed = Object.entries(days).flatMap(([date, day]) =>
    day === 'removed' ? [] : [{ date, name: day.name, changed: true }],
  );
  return [...kept, ...typed].sort((a, b) => a.date.localeCompare(b.date));
}

/** A day as it should be from now on; what is the same as before is no change. */
export function withDay(draft: Draft, saved: readonly CalendarHoliday[], date: string, name: string | null): Draft {
  const before = saved.find((holiday) => holiday.date === date);
  const { [date]: _, ...others } = draft.days;
  const isAsBefore = before ? (before.name ?? '') === name : name === null;
  if (isAsBefore) return { ...draft, days: others };
  return { ...draft, days: { ...others, [date]: name === null ? 'removed' : { name } } };
}

export const changeCount = ({ days, region, timeZone, workingDays }: Draft): number =>
  Object.keys(days).length + [region, timeZone, workingDays].filter((changed) => changed !== undefined).length;

export const toSave = (saved: readonly CalendarHoliday[], draft: Draft): CalendarHoliday[] =>
  shownHolidays(saved, draft).map(({ date, name }) => ({ date, name: name.trim() || null }));

/** What saving does. */
export const recounted = (searches: number): string =>
  `The deadlines of ${count(searches, 'running search', 'running searches')} will be recalculated; nobody is notified twice.`;
