import { MS_PER_DAY } from '@app/platform/time/local-date.js';
import type { Hold } from '@app/platform/time/working-calendar.js';
import type { Estimate, Mean, Quartiles } from './metrics.types.js';

/** The 97.5 % point of the normal distribution: every interval of the product is a 95 % interval. */
export const Z_95 = 1.959963984540054;

/** Elapsed time, end minus start: 1 May to 30 May is 29 days. */
export function elapsedDays(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / MS_PER_DAY;
}

/**
 * Elapsed time without the time on hold; a hold that still runs lasts until `to`. Whole milliseconds, divided once: two
 * searches that took equally long are a tie, whatever was taken out of either.
 */
export function netElapsedDays(from: Date, to: Date, holds: readonly Hold[]): number {
  return (to.getTime() - from.getTime() - heldMs(from, to, holds)) / MS_PER_DAY;
}

/** Time on hold between two moments, in days. */
export function heldDays(from: Date, to: Date, holds: readonly Hold[]): number {
  return heldMs(from, to, holds) / MS_PER_DAY;
}

/** Where holds overlap the time is counted once. */
function heldMs(from: Date, to: Date, holds: readonly Hold[]): number {
  const spans = holds
    .map((hold) => ({ start: Math.max(+hold.from, +from), end: Math.min(+(hold.to ?? to), +to) }))
    .sort((a, b) => a.start - b.start);
  let held = 0;
  let counted = -Infinity;
  for (const { start, end } of spans) {
    held += Math.max(0, end - Math.max(start, counted));
    counted = Math.max(counted, end);
  }
  return held;
}

/** A share with Wilson's score interval (Wilson 1927), which stays sensible for few cases and for shares of 0 and 1. */
export function wilson(successes: number, n: number): Estimate {
  if (n === 0) return { n, estimate: null, low: null, high: null };
  const z2 = Z_95 * Z_95;
  const centre = (successes + z2 / 2) / (n + z2);
  const half = (Z_95 / (n + z2)) * Math.sqrt((successes * (n - successes)) / n + z2 / 4);
  return {
    n,
    estimate: successes / n,
    low: successes === 0 ? 0 : centre - half,
    high: successes === n ? 1 : centre + half,
  };
}

export function meanOf(values: readonly number[]): Mean {
  const n = values.length;
  return { n, mean: n === 0 ? null : values.reduce((sum, value) => sum + value, 0) / n };
}

/** Linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, the default of R and of spreadsheets). */
export function quartilesOf(values: readonly number[]): Quartiles {
  return quartilesOfCounts(values.map((time) => ({ time, count: 1 })));
}

/** The same of values of which each is there so often. */
export function quartilesOfCounts(values: readonly { time: number; count: number }[]): Quartiles {
  const sorted = values.filter(({ count }) => count > 0).sort((a, b) => a.time - b.time);
  const n = sorted.reduce((sum, { count }) => sum + count, 0);
  const nth = (rank: number): number | undefined => {
    let before = 0;
    return sorted.find(({ count }) => (before += count) > rank)?.time;
  };
  const quantile = (share: number): number | null => {
    const position = (n - 1) * share;
    const [below, above] = [nth(Math.floor(position)), nth(Math.ceil(position))];
    if (n === 0 || below === undefined || above === undefined) return null;
    return below + (above - below) * (position - Math.floor(position));
  };
  return { n, lower: quantile(0.25), median: quantile(0.5), upper: quantile(0.75) };
}
