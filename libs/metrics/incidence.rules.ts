import type { CompetingSpell, Curve, CurvePoint, CurveStep } from './metrics.types.js';
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
  const sums = new IncidenceSums();
  const steps: CurveStep[] = [];
  let index = 0;
  let events = 0;
  for (const [day, ends] of ended) {
    const at_risk = risk[index++] ?? 0;
    const count = wanted.get(day) ?? 0;
    sums.add(at_risk, ends, count);
    if (count === 0) continue;
    events += count;
    // on the scale of the complement, so that without competing outcomes this is Kaplan-Meier's interval upside down
    const [high, low] = logLogInterval(1 - sums.estimate, sums.variance()).map((limit) =>
      limit === null ? null : 1 - limit,
    );
    steps.push({ day, at_risk, events: count, estimate: sums.estimate, low: low ?? null, high: high ?? null });
  }
  return { n: seen.length, events, steps };
}

/** The share that has ended in one outcome by a day. */
export function incidenceAt<Outcome extends string>(
  spells: readonly CompetingSpell<Outcome>[],
  outcome: Outcome,
  day: number,
): CurvePoint {
  const { n, steps } = cumulativeIncidence(spells, outcome);
  const seen = observable(spells);
  const [at_risk = 0] = atRisk(seen, [day]);
  const step = stepAt(steps, day);
  return {
    n,
    estimate: n === 0 ? null : (step?.estimate ?? 0),
    low: step?.low ?? null,
    high: step?.high ?? null,
    at_risk,
    followed: at_risk > 0 || (n > 0 && seen.every((spell) => spell.outcome !== null)),
  };
}

/**
 * Estimate and variance as running sums, so that a curve of m steps costs m and not m squared. The variance is the delta
 * method's (Marubini and Valsecchi 1995, formula 10.12): with F the incidence, S the share still waiting, n at risk, d
 * ended and k of them in the outcome,
 * sum (F(t) - F)^2 d / (n (n - d)) + sum S^2 k (n - k) / n^3 - 2 sum (F(t) - F) S k / n^2.
 * Without competing outcomes it is Greenwood's.
 */
class IncidenceSums {
  estimate = 0;
  private waiting = 1;
  private a = 0;
  private aF = 0;
  private aFF = 0;
  private b = 0;
  private c = 0;
  private cF = 0;

  add(n: number, d: number, k: number): void {
    const before = this.waiting;
    this.estimate += (before * k) / n;
    this.waiting *= 1 - d / n;
    const F = this.estimate;
    // when the last one at risk ends, nothing is left that could still vary
    const a = n === d ? 0 : d / (n * (n - d));
    const c = (before * k) / (n * n);
    this.a += a;
    this.aF += a * F;
    this.aFF += a * F * F;
    this.b += (before * before * k * (n - k)) / n ** 3;
    this.c += c;
    this.cF += c * F;
  }

  variance(): number {
    const F = this.estimate;
    return Math.max(0, F * F * this.a - 2 * F * this.aF + this.aFF + this.b - 2 * F * this.c + 2 * this.cF);
  }
}
