import { dayOf, formatDay, formatLongDay, isDay, type LocalDate } from '@app/platform/time/local-date.js';
import type { Absence, AbsencesErrorCode, StoredAbsence } from './absences.types.js';

/** Longer than a year is no absence: the searches need another lead. */
const LONGEST_DAYS = 366;

type Period = Pick<StoredAbsence, 'userId' | 'deputyUserId' | 'firstDay' | 'lastDay'>;

export interface AbsenceRefusal {
  code: AbsencesErrorCode;
  sentence: string;
}

/** Why this absence cannot be kept, or null. `others` are the person's other absences, `today` is their local date. */
export function absenceRefusal(absence: Period, others: readonly Period[], today: LocalDate): AbsenceRefusal | null {
  const refused = (sentence: string): AbsenceRefusal => ({ code: 'absence_refused', sentence });
  const { firstDay, lastDay } = absence;
  const wrong = [firstDay, lastDay].find((date) => !isDay(date));
  if (wrong !== undefined) return refused(`"${wrong}" is not a valid date; write it as 2026-12-24.`);
  if (absence.deputyUserId === absence.userId) return refused('Nobody can be their own deputy; choose a colleague.');
  if (lastDay < firstDay) return refused('The last day is before the first day.');
  if (lastDay < today) return refused(`${formatLongDay(lastDay)} has passed; an absence in the past has no effect.`);
  if (dayOf(lastDay) - dayOf(firstDay) >= LONGEST_DAYS)
    return refused('An absence can last a year at most; for longer, hand the searches to another lead.');
  const clash = others.find((other) => overlaps(other, absence));
  if (!clash) return null;
  return {
    code: 'absence_overlaps',
    sentence: `There is already an absence ${fromTo(clash)}; change that one instead.`,
  };
}

/** What the absence changes, in a sentence. */
export function effectOf(absence: Period, user: string, deputy: string, today: LocalDate): string {
  const { firstDay, lastDay } = absence;
  if (lastDay < today) return `Went to ${deputy} ${fromTo(absence)}.`;
  const inWords = (date: LocalDate): string => formatDay(dayOf(date), dayOf(today));
  const since = firstDay <= today ? '' : ` from ${inWords(firstDay)}`;
  return `Flags and reminders for ${user} go to ${deputy}${since} until ${inWords(lastDay)}.`;
}

/** Says so when the deputy is away on some of the days, and who stands in then. */
export function deputyAway(absence: Period, all: readonly Period[], nameOf: (userId: string) => string): string | null {
  const clash = all.find((other) => other.userId === absence.deputyUserId && overlaps(other, absence));
  if (!clash) return null;
  const away = {
    firstDay: clash.firstDay > absence.firstDay ? clash.firstDay : absence.firstDay,
    lastDay: clash.lastDay < absence.lastDay ? clash.lastDay : absence.lastDay,
  };
  const deputy = nameOf(absence.deputyUserId);
  if (clash.deputyUserId === absence.userId)
    return `${deputy} is also away ${fromTo(away)} and has named ${nameOf(absence.userId)} as deputy, so nobody is covering then.`;
  return `${deputy} is also away ${fromTo(away)}; ${nameOf(clash.deputyUserId)} is covering then.`;
}

export function stateOf({ firstDay, lastDay }: Period, today: LocalDate): Absence['state'] {
  if (lastDay < today) return 'over';
  return firstDay > today ? 'coming' : 'now';
}

const overlaps = (a: Period, b: Period): boolean => a.firstDay <= b.lastDay && b.firstDay <= a.lastDay;

const fromTo = ({ firstDay, lastDay }: Pick<Period, 'firstDay' | 'lastDay'>): string =>
  firstDay === lastDay
    ? `on ${formatLongDay(firstDay)}`
    : `from ${formatDay(dayOf(firstDay), dayOf(lastDay))} to ${formatLongDay(lastDay)}`;
