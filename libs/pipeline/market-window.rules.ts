import { localDayOf, startOfLocalDay } from '@app/platform/time/zone.js';
import type { MarketWindow, StageKind, WindowState } from './pipeline.types.js';

/** Days of the market window, counted in local dates of a zone: day 0 is the date on which it opened. */
export const WINDOW_WATCH_DAY = 21;
export const WINDOW_CLOSE_DAY = 28;

export interface WindowFacts {
  readonly openedAt: Date | null;
  /** The first offer extended to the candidate in this search. */
  readonly offerExtendedAt: Date | null;
  /** When the candidacy ended. */
  readonly endedAt: Date | null;
}

/** Where a candidate's market window stands. It knows no holds; only an offer or an outcome stops it. */
export function marketWindow(facts: WindowFacts, zone: string, now: Date): MarketWindow | null {
  const { openedAt } = facts;
  if (!openedAt) return null;
  const stoppedAt = earlier(facts.offerExtendedAt, facts.endedAt);
  const openedDay = localDayOf(openedAt, zone);
  // a contact that was only recorded after the offer leaves a window of no days
  const day = Math.max(0, localDayOf(stoppedAt ?? now, zone) - openedDay);
  const closesAt = startOfLocalDay(openedDay + WINDOW_CLOSE_DAY, zone);
  return { openedAt, day, closesAt, state: stoppedAt ? 'stopped' : runningState(day) };
}

/** When the window opens that begins with a stage: at the first contact, or earlier when the candidate says so. */
export function windowOpening(kind: StageKind, at: Date, inMarketSince: Date | null): Date | null {
  if (kind === 'sourcing') return null;
  return inMarketSince && inMarketSince < at ? inMarketSince : at;
}

function runningState(day: number): WindowState {
  if (day < WINDOW_WATCH_DAY) return 'open';
  return day < WINDOW_CLOSE_DAY ? 'closing' : 'closed';
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}
