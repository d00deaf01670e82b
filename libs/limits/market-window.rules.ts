import { dateOf, plusDays } from '@app/platform/time/local-date.js';
import { localDayOf, startOfLocalDay } from '@app/platform/time/zone.js';
import { WINDOW_SOON_DAYS, type MarketWindow, type Policy, type WindowState } from './limits.types.js';

/** The limits of a search that its candidates' windows go by. */
export type WindowLimits = Pick<Policy, 'windowWatchDay' | 'windowCloseDay'>;

export interface WindowFacts {
  readonly openedAt: Date | null;
  /** The first offer extended to the candidate in this search. */
  readonly offerExtendedAt: Date | null;
  /** When the candidacy ended. */
  readonly endedAt: Date | null;
}

/**
 * Where a candidate's market window stands: its days are local dates of the zone, day 0 the date on which it opened. It
 * knows no holds; only an offer or an outcome stops it.
 */
export function marketWindow(facts: WindowFacts, limits: WindowLimits, zone: string, now: Date): MarketWindow | null {
  const { openedAt } = facts;
  if (!openedAt) return null;
  const stoppedAt = earlier(facts.offerExtendedAt, facts.endedAt);
  const openedDay = localDayOf(openedAt, zone);
  // a contact that was only recorded after the offer leaves a window of no days
  const day = Math.max(0, localDayOf(stoppedAt ?? now, zone) - openedDay);
  return {
    openedAt,
    day,
    days: limits.windowCloseDay,
    closesAt: windowClosesAt(openedAt, limits, zone),
    closesOn: dateOf(plusDays(openedDay, limits.windowCloseDay)),
    state: stoppedAt ? 'stopped' : runningState(day, limits),
  };
}

/** The first moment at which a market window is over. */
export function windowClosesAt(openedAt: Date, { windowCloseDay }: WindowLimits, zone: string): Date {
  return startOfLocalDay(plusDays(localDayOf(openedAt, zone), windowCloseDay), zone);
}

/** It has not closed yet, and will within the days of the warnings. */
export function closesSoon({ day, days, state }: MarketWindow): boolean {
  return (state === 'open' || state === 'closing') && days - day <= WINDOW_SOON_DAYS;
}

function runningState(day: number, { windowWatchDay, windowCloseDay }: WindowLimits): WindowState {
  if (day < windowWatchDay) return 'open';
  return day < windowCloseDay ? 'closing' : 'closed';
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}
