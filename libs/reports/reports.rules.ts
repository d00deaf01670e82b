import { healthOf } from '@app/clocks/assess.rules.js';
import type { PolicyOf } from '@app/limits/limits.types.js';
import { marketWindow } from '@app/limits/market-window.rules.js';
import type { LeftOut, TimeToOffer } from '@app/metrics/metrics.types.js';
import type {
  ClosingWindow,
  HealthCounts,
  HealthRow,
  OpenWindow,
  RankedSearch,
  SearchSeverities,
  TimeToOfferFigure,
} from './reports.types.js';

/** Time to offer of senior AI leadership hires in 2026: AI Engineering Leadership (Valenx Press, 2026), attributed to Lever. */
export const MARKET_DAYS = 52;

const WORST_FIRST: readonly HealthRow['health'][] = ['stalled', 'at_risk', 'on_hold', 'on_track'];

/** Searches with their health, worst first, otherwise as they came. */
export function rankByHealth(searches: readonly SearchSeverities[]): RankedSearch[] {
  return searches
    .map((search) => ({
      ...search,
      health: healthOf(
        search.status,
        search.severities.map((severity) => ({ severity })),
      ),
    }))
    .sort((a, b) => WORST_FIRST.indexOf(a.health) - WORST_FIRST.indexOf(b.health));
}

export function healthCounts(rows: readonly Pick<HealthRow, 'health'>[]): HealthCounts {
  const count = (health: HealthRow['health']): number => rows.filter((row) => row.health === health).length;
  return { onTrack: count('on_track'), atRisk: count('at_risk'), stalled: count('stalled'), onHold: count('on_hold') };
}

export function countedBySearch(rows: readonly { searchId: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { searchId } of rows) counts.set(searchId, (counts.get(searchId) ?? 0) + 1);
  return counts;
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

/** Of fewer searches no median is claimed: with one more it could be any other. */
export const FEWEST_SEARCHES = 5;

/** What the figure says, and what it does not; `narrowed`: of a part of the firm. */
export function timeToOfferFigure(figure: TimeToOffer, narrowed = false): TimeToOfferFigure {
  const { searches, episodes, offers, completedMean, leftOut } = figure;
  const median = searches < FEWEST_SEARCHES ? NO_MEDIAN : figure.median;
  return {
    searches,
    episodes,
    offers,
    offersLeftOut: leftOut.beforeOpening + leftOut.afterClosing,
    medianDays: median.estimate,
    lowDays: median.low,
    highDays: median.high,
    completedMeanDays: completedMean.mean,
    marketDays: MARKET_DAYS,
    sentence: [timeToOfferSentence(figure, narrowed), ...leftOutSentence(leftOut)].join(' '),
  };
}

const NO_MEDIAN = { estimate: null, low: null, high: null };

/** Like is set beside like: the market's figure is an average over offers that happened, and so is ours. */
function timeToOfferSentence(
  { searches, episodes, offers, median, completedMean: { mean } }: TimeToOffer,
  narrowed: boolean,
): string {
  if (searches === 0) return narrowed ? 'No search is of this part of the firm.' : 'No search has been opened yet.';
  const counted = countedSearches(searches, episodes);
  if (mean === null && episodes === 1) return 'The one search so far has not reached an offer yet.';
  if (mean === null) return `None of ${counted} has reached an offer yet.`;
  const finished =
    offers === 1
      ? `The one with an offer took ${days(mean)}`
      : `The ${offers} with an offer took ${days(mean)} on average`;
  const market = `the market's average over offers that happened is ${MARKET_DAYS}`;
  if (searches < FEWEST_SEARCHES) return `Too few to say: ${counted}. ${finished}; ${market}.`;
  if (median.estimate === null)
    return `Fewer than half of ${counted} have reached an offer, so how long half of them take is not known yet. ${finished}; ${market}.`;
  return `The median is ${days(median.estimate)}${surely(median)}, with searches that have no offer yet counted as still waiting. ${finished}; ${market}.`;
}

/** How sure that is, as a reader without statistics would say it. */
function surely({ low, high }: TimeToOffer['median']): string {
  if (low === null || Math.round(low) === (high === null ? null : Math.round(high))) return '';
  if (high === null) return ` (it may well be more; less than ${days(low)} is unlikely)`;
  return ` (by chance it could be anything from ${Math.round(low)} to ${days(high)})`;
}

/** A search that was reopened counts once for each time it was open; searches and episodes are not mixed up. */
function countedSearches(searches: number, episodes: number): string {
  const those = searches === 1 ? '1 search' : `${searches} searches`;
  return searches === episodes ? those : `${episodes} episodes of ${those}`;
}

function leftOutSentence({ beforeOpening, afterClosing }: LeftOut): string[] {
  const count = beforeOpening + afterClosing;
  if (count === 0) return [];
  const why = [
    ...(beforeOpening > 0 ? [`${beforeOpening} before the search was opened`] : []),
    ...(afterClosing > 0 ? [`${afterClosing} while it was closed`] : []),
  ].join(', ');
  return [`${count === 1 ? '1 offer is' : `${count} offers are`} left out: ${why}.`];
}

function days(count: number): string {
  const whole = Math.round(count);
  return `${whole} ${whole === 1 ? 'day' : 'days'}`;
}
