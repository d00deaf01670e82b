import { stackedIncidence } from '@app/metrics/incidence.rules.js';
import { wilson } from '@app/metrics/metrics.rules.js';
import {
  type EpisodeFigures,
  type EpisodeRow,
  PLACEMENT_OUTCOMES,
  type PlacementOutcome,
  type Spell,
  type Stack,
  type TimeToOffer,
} from '@app/metrics/metrics.types.js';
import { placementSpell } from '@app/metrics/placement.rules.js';
import { atRisk } from '@app/metrics/survival.rules.js';
import { offerSpell } from '@app/metrics/time-to-offer.rules.js';
import { FEWEST_SEARCHES, MARKET_DAYS, timeToOfferFigure } from '@app/reports/reports.rules.js';
import { figureOf } from './definitions.rules.js';
import {
  type AtAge,
  MOST_NAMED,
  type Origin,
  type PlacedByInsight,
  type PlacementCohort,
  type PlacementRateInsight,
  type PlacementShares,
  type Share,
  type TimeToOfferInsight,
  type WaitingCurve,
} from './figures.types.js';

/** Lines stop where fewer than so many are still at risk. */
const FEWEST_AT_RISK = 5;
/** More steps than a picture can show are thinned to so many. */
const MOST_STEPS = 500;
/** Numbers at risk stand under these days. */
const RISK_EVERY_DAYS = 30;
/** Fewer than 15 % of European searches for a Chief AI Officer: AI Infrastructure & ML Leadership Report 2026 (Key Search). */
const MARKET_PLACED_BY_90 = 0.15;

export const NO_SHARE: Share = { share: null, low: null, high: null };

/** A share with its interval where there are enough to claim one. */
export function shareOf(successes: number, n: number, claimed: boolean): Share {
  const { estimate, low, high } = wilson(successes, n);
  return claimed ? { share: estimate, low, high } : NO_SHARE;
}

/** The searches of some episodes, those opened last first. */
export function originOf(episodes: readonly EpisodeRow[]): Origin {
  const ids = [...new Set([...episodes].reverse().map(({ searchId }) => searchId))];
  return { searches: ids.length, searchIds: ids.slice(0, MOST_NAMED) };
}

export function timeToOfferInsight(
  { episodes, timeToOffer }: EpisodeFigures,
  at: Date,
  narrowed: boolean,
): TimeToOfferInsight {
  const { searches: _, offersLeftOut: __, ...figure } = timeToOfferFigure(timeToOffer, narrowed);
  return {
    ...figureOf('timeToOffer', timeToOffer.episodes, originOf(episodes)),
    ...figure,
    ...waitingCurve(
      episodes.map((episode) => offerSpell(episode, at)),
      timeToOffer,
    ),
    leftOut: timeToOffer.leftOut,
    whyLonger: whyLonger(timeToOffer),
  };
}

/** The curve as it is drawn. Of too few searches there is none. */
export function waitingCurve(
  spells: readonly Spell[],
  { searches, steps }: Pick<TimeToOffer, 'searches' | 'steps'>,
): WaitingCurve {
  if (searches < FEWEST_SEARCHES) return { steps: [], atRisk: [], censored: [] };
  const shown = thinned(steps.filter(({ at_risk }) => at_risk >= FEWEST_AT_RISK));
  return {
    steps: shown.map(({ day, at_risk, events, estimate, low, high }) => ({
      day,
      atRisk: at_risk,
      events,
      waiting: estimate,
      low,
      high,
    })),
    atRisk: riskTable(spells, shown.at(-1)?.day ?? 0),
    censored: countedByDay(spells.filter(({ event }) => !event).map(({ time }) => time)),
  };
}

function riskTable(spells: readonly Spell[], last: number): AtAge[] {
  const days = Array.from({ length: Math.floor(last / RISK_EVERY_DAYS) + 1 }, (_, i) => i * RISK_EVERY_DAYS);
  const risk = atRisk(spells, days);
  return days.map((day, i) => ({ day, episodes: risk[i] ?? 0 }));
}

function countedByDay(times: readonly number[]): AtAge[] {
  const counts = new Map<number, number>();
  for (const time of times) counts.set(Math.floor(time), (counts.get(Math.floor(time)) ?? 0) + 1);
  return [...counts].map(([day, episodes]) => ({ day, episodes })).sort((a, b) => a.day - b.day);
}

function whyLonger({ searches, episodes, offers, median, completedMean: { mean } }: TimeToOffer): string | null {
  const longer = mean !== null && (median.estimate === null || median.estimate > mean);
  if (searches < FEWEST_SEARCHES || !longer || offers === episodes) return null;
  return `The mean knows only the ${offers} with an offer, the quick ones; the median also counts the ${episodes - offers} without one, which have waited as long as they have and may wait longer.`;
}

export function placedByInsight(
  { episodes, timeToOffer, placedBy90: { day, at: point, searches } }: EpisodeFigures,
  at: Date,
): PlacedByInsight {
  const figure = figureOf('placedBy90', point.n, originOf(episodes));
  const enough = searches >= FEWEST_SEARCHES;
  const stacks = enough
    ? stackedIncidence(
        episodes.map((episode) => placementSpell(episode, at)),
        PLACEMENT_OUTCOMES,
      )
    : [];
  const known = enough && point.followed;
  return {
    ...figure,
    words: figure.words ?? (known ? null : `Not known yet: nobody followed to day ${day}`),
    day,
    ...(known ? { share: point.estimate, low: point.low, high: point.high } : NO_SHARE),
    marketShare: MARKET_PLACED_BY_90,
    marketExplained: known ? marketExplained(timeToOffer, day, point.estimate) : null,
    shares: known ? sharesOf(stacks.filter((stack) => stack.day <= day).at(-1)) : null,
    steps: thinned(stacks.filter(({ at_risk }) => at_risk >= FEWEST_AT_RISK)).map((stack) => ({
      day: stack.day,
      atRisk: stack.at_risk,
      ...sharesOf(stack),
    })),
  };
}

/** Days to an offer of those that had one, and a share of all: the market's two figures, told by those of the firm. */
function marketExplained(
  { episodes, offers, completedMean: { mean } }: TimeToOffer,
  day: number,
  placed: number | null,
): string | null {
  if (mean === null || placed === null || offers === episodes) return null;
  return [
    `The market's ${MARKET_DAYS} days to an offer (Lever, 2026) are an average over the offers that happened, and its less than ${wholePercent(MARKET_PLACED_BY_90)} placed by day ${day} (Key Search, 2026) are of all European searches for a Chief AI Officer, including those without an offer, so the two do not contradict each other.`,
    `Here too, the ${offers} of ${episodes} episodes with an offer took ${Math.round(mean)} ${Math.round(mean) === 1 ? 'day' : 'days'} on average to the first, while an estimated ${wholePercent(placed)} of all ${episodes} had placed somebody by day ${day}.`,
  ].join(' ');
}

const wholePercent = (share: number): string => `${Math.round(100 * share)} %`;

function sharesOf(stack: Stack<PlacementOutcome> | undefined): PlacementShares {
  const nothing = Object.fromEntries(PLACEMENT_OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    PlacementOutcome,
    number
  >;
  return { ...(stack?.shares ?? nothing), waiting: stack?.waiting ?? 1 };
}

/** Of the episodes that have ended the share that was placed, by the quarter in which they were opened. */
export function placementRate(episodes: readonly EpisodeRow[], at: Date): PlacementRateInsight {
  const quarters = new Map<string, EpisodeRow[]>();
  for (const episode of episodes) {
    const quarter = quarterOf(episode);
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), episode]);
  }
  const all = cohortOf(null, episodes, at);
  return {
    ...figureOf('placementRate', all.placed + all.notPlaced, originOf(episodes)),
    all,
    cohorts: [...quarters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([opened, of]) => cohortOf(opened, of, at)),
  };
}

const quarterOf = ({ openedOn }: EpisodeRow): string =>
  `${openedOn.slice(0, 4)}-Q${Math.ceil(Number(openedOn.slice(5, 7)) / 3)}`;

function cohortOf(opened: string | null, episodes: readonly EpisodeRow[], at: Date): PlacementCohort {
  const ended = episodes.flatMap((episode) => placementSpell(episode, at).outcome ?? []);
  const placed = ended.filter((outcome) => outcome === 'placed').length;
  return {
    opened,
    placed,
    notPlaced: ended.length - placed,
    open: episodes.length - ended.length,
    ...shareOf(placed, ended.length, ended.length >= FEWEST_SEARCHES),
  };
}

/** Evenly chosen, the first and the last among them. */
export function thinned<T>(steps: readonly T[], most = MOST_STEPS): readonly T[] {
  if (steps.length <= most) return steps;
  const every = (steps.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => steps[Math.round(i * every)]).filter((step) => step !== undefined);
}
