import { healthOf } from '@app/clocks/assess.rules.js';
import type { PolicyOf } from '@app/limits/limits.types.js';
import { marketWindow } from '@app/limits/market-window.rules.js';
import type { TimeToOffer } from '@app/metrics/metrics.types.js';
import type {
  ClosingWindow,
  HealthRow,
  OpenWindow,
  PipelineHealth,
  Standing,
  TimeToOfferFigure,
} from './reports.types.js';

/** Time to offer of senior AI leadership hires in 2026: AI Engineering Leadership (Valenx Press, 2026), attributed to Lever. */
export const MARKET_DAYS = 52;

const WORST_FIRST: readonly HealthRow['health'][] = ['stalled', 'at_risk', 'on_hold', 'on_track'];

/** Searches with their health, worst first, otherwise as they came. */
export function rankByHealth(standings: readonly Standing[]): { id: string; health: HealthRow['health'] }[] {
  return standings
    .map(({ id, status, severities }) => ({
      id,
      health: healthOf(
        status,
        severities.map((severity) => ({ severity })),
      ),
    }))
    .sort((a, b) => WORST_FIRST.indexOf(a.health) - WORST_FIRST.indexOf(b.health));
}

export function healthCounts(rows: readonly Pick<HealthRow, 'health'>[]): PipelineHealth['counts'] {
  const count = (health: HealthRow['health']): number => rows.filter((row) => row.health === health).length;
  return { onTrack: count('on_track'), atRisk: count('at_risk'), stalled: count('stalled'), onHold: count('on_hold') };
}

/** Windows as they stand by the limits of their searches, first to close first. */
export function closingWindows(windows: readonly OpenWindow[], policyOf: PolicyOf, now: Date): ClosingWindow[] {
  return windows
    .flatMap(({ openedAt, zone, roleKey, ...closing }) => {
      const limits = policyOf({ searchId: closing.searchId, roleKey });
      const window = marketWindow({ openedAt, offerExtendedAt: null, endedAt: null }, limits, zone, now);
      return window ? [{ ...closing, window }] : [];
    })
    .sort((a, b) => a.window.closesAt.getTime() - b.window.closesAt.getTime());
}

/** What the figure says, and what it does not. */
export function timeToOfferFigure({ searches, offers, median, completedMean }: TimeToOffer): TimeToOfferFigure {
  return {
    searches,
    offers,
    medianDays: median.estimate,
    lowDays: median.low,
    highDays: median.high,
    completedMeanDays: completedMean.mean,
    marketDays: MARKET_DAYS,
    sentence: timeToOfferSentence(searches, offers, median.estimate, completedMean.mean),
  };
}

function timeToOfferSentence(searches: number, offers: number, median: number | null, mean: number | null): string {
  if (searches === 0) return 'No search has been opened yet.';
  if (mean === null && searches === 1) return 'The one search so far has not reached an offer yet.';
  if (mean === null) return `None of ${searches} searches has reached an offer yet.`;
  const finished =
    offers === 1
      ? `the one with an offer took ${days(mean)}`
      : `the ${offers} with an offer took ${days(mean)} on average`;
  if (median === null)
    return `Median not reached: fewer than half of ${searches} searches have reached an offer; ${finished}.`;
  const leftOut = offers < searches ? ', which leaves out the searches still waiting' : '';
  return `Half of all searches reach an offer within ${days(median)}, ${beside(median)} the market's ${MARKET_DAYS}; ${finished}${leftOut}.`;
}

function beside(median: number): string {
  const whole = Math.round(median);
  if (whole === MARKET_DAYS) return 'the same as';
  return whole < MARKET_DAYS ? 'under' : 'over';
}

function days(count: number): string {
  const whole = Math.round(count);
  return `${whole} ${whole === 1 ? 'day' : 'days'}`;
}
