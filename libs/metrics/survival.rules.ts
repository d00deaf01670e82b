import { Z_95 } from './metrics.rules.js';
import type { Counted, CurveStep, Estimate, Remaining, Spell, SurvivalCurve } from './metrics.types.js';

interface Observed {
  readonly entry: number;
  readonly time: number;
}

/** A product of fractions that should be one half may miss it by a rounding error. */
const ROUNDING = 1e-12;

/**
 * The share of searches that still wait, by age (Kaplan and Meier 1958). Searches that entered late count from the age
 * at which they were first seen; on one day events come before censorings.
 */
export function kaplanMeier(spells: readonly Spell[]): SurvivalCurve {
  const seen = observable(spells);
  const events = countBy(seen.filter(({ event }) => event).map(({ time }) => time));
  return curveOf(seen.length, events, atRisk(seen, [...events.keys()]));
}

/** The same of many spells that began at age 0, counted by how long they took. */
export function kaplanMeierOfCounts(counts: readonly Counted[]): SurvivalCurve {
  const ascending = [...counts].sort((a, b) => a.time - b.time);
  const n = ascending.reduce((sum, { events, censored }) => sum + events + censored, 0);
  const all = new Map<number, number>();
  const risk: number[] = [];
  let gone = 0;
  for (const { time, events, censored } of ascending) {
    if (events > 0) {
      all.set(time, events);
      risk.push(n - gone);
    }
    gone += events + censored;
  }
  return curveOf(n, all, risk);
}

function curveOf(n: number, events: ReadonlyMap<number, number>, risk: readonly number[]): SurvivalCurve {
  const steps: CurveStep[] = [];
  let estimate = 1;
  let greenwood = 0;
  for (const [day, count] of events) {
    const at_risk = risk[steps.length] ?? 0;
    estimate *= 1 - count / at_risk;
    greenwood += count / (at_risk * (at_risk - count));
    // Greenwood 1926: Var S = S^2 * sum of d / (n (n - d))
    const [low, high] = logLogInterval(estimate, estimate * estimate * greenwood);
    steps.push({ day, at_risk, events: count, estimate, low, high });
  }
  return { n, events: total(events), steps, median: medianOf(steps, n) };
}

/** How many are still waiting, and were already being watched, just before each of the given ages. */
export function atRisk(spells: readonly Observed[], days: readonly number[]): number[] {
  const seen = observable(spells);
  // whoever was watched from the start is at risk at age 0, too
  const entries = Float64Array.from(seen, ({ entry }) => (entry === 0 ? -Infinity : entry)).sort();
  const exits = Float64Array.from(seen, ({ time }) => time).sort();
  return days.map((day) => countBelow(entries, day) - countBelow(exits, day));
}

/** A spell that ended before it was first seen says nothing about the ages in between. */
export function observable<T extends Observed>(spells: readonly T[]): T[] {
  return spells.filter(({ entry, time }) => (entry === 0 ? time >= 0 : time > entry));
}

/** Distinct values in ascending order with how often each occurs. */
export function countBy(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of Float64Array.from(values).sort()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * The 95 % interval on the log-log scale (Kalbfleisch and Prentice 1980), which never leaves 0 to 1. It is not defined
 * where the estimate is 0 or 1.
 */
export function logLogInterval(estimate: number, variance: number): [low: number | null, high: number | null] {
  if (estimate < ROUNDING || estimate > 1 - ROUNDING || !Number.isFinite(variance)) return [null, null];
  const width = (Z_95 * Math.sqrt(variance)) / (estimate * -Math.log(estimate));
  return [estimate ** Math.exp(width), estimate ** Math.exp(-width)];
}

/** The last step at or before a day, by binary search; undefined before the first. */
export function stepAt(steps: readonly CurveStep[], day: number): CurveStep | undefined {
  return steps[
    countBelow(
      steps.map((step) => step.day),
      day,
      true,
    ) - 1
  ];
}

/**
 * How much longer an open search of a given age will take, from the searches that got as old: the median and the 80 %
 * range of what remains, conditional on having waited this long.
 */
export function remainingDays({ steps }: SurvivalCurve, age: number): Remaining {
  const waiting = stepAt(steps, age)?.estimate ?? 1;
  const until = (share: number): number | null => {
    const step = waiting > 0 ? steps.find(({ estimate }) => estimate <= share * waiting + ROUNDING) : undefined;
    return step ? step.day - age : null;
  };
  return { low: until(0.9), median: until(0.5), high: until(0.1) };
}

/**
 * The day by which half have had the event; its interval by inverting the curve's (Brookmeyer and Crowley 1982). A curve
 * that runs along at exactly one half has its median in the middle of that stretch, as R's `survfit` prints it.
 */
function medianOf(steps: readonly CurveStep[], n: number): Estimate {
  const atHalf = (limit: 'estimate' | 'low' | 'high'): number | null => {
    const known = steps.flatMap((step) => (step[limit] === null ? [] : [{ day: step.day, value: step[limit] }]));
    const first = known.find(({ value }) => value <= 0.5 + ROUNDING);
    if (!first) return null;
    if (Math.abs(first.value - 0.5) > ROUNDING) return first.day;
    const next = known.find(({ value }) => value < first.value - ROUNDING);
    return next ? (first.day + next.day) / 2 : first.day;
  };
  return { n, estimate: atHalf('estimate'), low: atHalf('low'), high: atHalf('high') };
}

function total(counts: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/** How many values of an ascending list are below a limit, or at most the limit. */
function countBelow(ascending: ArrayLike<number>, limit: number, inclusive = false): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = ascending[middle] ?? Infinity;
    if (value < limit || (inclusive && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
