import type { CompetingSpell, Curve, CurvePoint, CurveStep, Stack } from './metrics.types.js';
import { atRisk, countBy, logLogInterval, observable, stepAt } from './survival.rules.js';

/**
 * The share that has ended in one outcome by each age, where other outcomes compete for the same searches (Aalen and
 * Johansen 1978). One minus Kaplan-Meier would count a cancelled search as one that may still be placed.
 */
export function cumulativeIncidence<Outcome extends string>(
  spells: readonly CompetingSpell<Outcome>[],
  outcome: Outcome,
): Curve {
  const seen = observable(spells);
  const ended = countBy(seen.filter((spell) => spell.outcome !== null).map(({ time }) => time));
  const wanted = countBy(seen.filter((spell) => spell.outcome === outcome).map(({ time }) => time));
  const risk = atRisk(seen, [...ended.keys()]);
  let sums = NOTHING_YET;
  const steps: CurveStep[] = [];
  let index = 0;
  let events = 0;
  for (const [day, ends] of ended) {
    const at_risk = risk[index++] ?? 0;
    const count = wanted.get(day) ?? 0;
    sums = addEventTime(sums, at_risk, ends, count);
    if (count === 0) continue;
    events += count;
    // on the scale of the complement, so that without competing outcomes this is Kaplan-Meier's interval upside down
    const [above, below] = logLogInterval(1 - sums.estimate, varianceOf(sums));
    const [low, high] = [below === null ? null : 1 - below, above === null ? null : 1 - above];
    steps.push({ day, at_risk, events: count, estimate: sums.estimate, low, high });
  }
  return { n: seen.length, events, steps };
}

/**
 * The share that has ended in one outcome by a day. It is known where somebody was watched as long as that, or where
 * everybody has come to an end; else there is no estimate.
 */
export function incidenceAt<Outcome extends string>(
  spells: readonly CompetingSpell<Outcome>[],
  outcome: Outcome,
  day: number,
): CurvePoint {
  const { n, steps } = cumulativeIncidence(spells, outcome);
  const seen = observable(spells);
  const [at_risk = 0] = atRisk(seen, [day]);
  const followed = at_risk > 0 || (n > 0 && seen.every((spell) => spell.outcome !== null));
  const step = followed ? stepAt(steps, day) : undefined;
  return {
    n,
    estimate: followed ? (step?.estimate ?? 0) : null,
    low: step?.low ?? null,
    high: step?.high ?? null,
    at_risk,
    followed,
  };
}

/** All outcomes beside each other at every age at which one came about, and who still waits. */
export function stackedIncidence<Outcome extends string>(
  spells: readonly CompetingSpell<Outcome>[],
  outcomes: readonly Outcome[],
): Stack<Outcome>[] {
  const seen = observable(spells);
  const endsOf = outcomes.map((outcome) =>
    countBy(seen.filter((spell) => spell.outcome === outcome).map(({ time }) => time)),
  );
  const days = [...countBy(endsOf.flatMap((ends) => [...ends.keys()])).keys()];
  const risk = atRisk(seen, days);
  const sums = outcomes.map(() => 0);
  let waiting = 1;
  return days.map((day, i) => {
    const at_risk = risk[i] ?? 0;
    const ends = endsOf.map((counts) => counts.get(day) ?? 0);
    ends.forEach((count, k) => (sums[k] = (sums[k] ?? 0) + (waiting * count) / at_risk));
    waiting *= 1 - ends.reduce((sum, count) => sum + count, 0) / at_risk;
    const shares = Object.fromEntries(outcomes.map((outcome, k) => [outcome, sums[k] ?? 0]));
    return { day, at_risk, shares: shares as Record<Outcome, number>, waiting };
  });
}

/** What the estimate and its variance need of the event times so far, so that a curve of m steps costs m, not m squared. */
interface Sums {
  readonly estimate: number;
  readonly waiting: number;
  readonly a: number;
  readonly aF: number;
  readonly aFF: number;
  readonly b: number;
  readonly c: number;
  readonly cF: number;
}

const NOTHING_YET: Sums = { estimate: 0, waiting: 1, a: 0, aF: 0, aFF: 0, b: 0, c: 0, cF: 0 };

/** One event time: n at risk, d ended, k of them in the outcome asked for. */
function addEventTime(sums: Sums, n: number, d: number, k: number): Sums {
  const estimate = sums.estimate + (sums.waiting * k) / n;
  // when the last one at risk ends, nothing is left that could still vary
  const a = n === d ? 0 : d / (n * (n - d));
  const c = (sums.waiting * k) / (n * n);
  return {
    estimate,
    waiting: sums.waiting * (1 - d / n),
    a: sums.a + a,
    aF: sums.aF + a * estimate,
    aFF: sums.aFF + a * estimate * estimate,
    b: sums.b + (sums.waiting ** 2 * k * (n - k)) / n ** 3,
    c: sums.c + c,
    cF: sums.cF + c * estimate,
  };
}

/**
 * The delta method's variance (Marubini and Valsecchi 1995, formula 10.12): with F the incidence, S the share that was
 * still waiting, n at risk, d ended and k of them in the outcome,
 * sum (F(t) - F)^2 d / (n (n - d)) + sum S^2 k (n - k) / n^3 - 2 sum (F(t) - F) S k / n^2.
 * Without competing outcomes it is Greenwood's.
 */
function varianceOf({ estimate: F, a, aF, aFF, b, c, cF }: Sums): number {
  return Math.max(0, F * F * a - 2 * F * aF + aFF + b - 2 * F * c + 2 * cF);
}
