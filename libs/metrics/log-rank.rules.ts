import type { LogRank, Spell } from './metrics.types.js';
import { atRisk, countBy, observable } from './survival.rules.js';

interface Tally {
  readonly observed: number[];
  readonly expected: number[];
  readonly covariance: number[][];
}

/**
 * Whether several groups wait equally long (Mantel 1966; Peto and Peto 1972): observed against expected events, with the
 * hypergeometric variance. Groups in which nothing could be expected take no part.
 */
export function logRank(groups: readonly (readonly Spell[])[]): LogRank {
  const { observed, expected, covariance } = tally(groups);
  const compared = groups.map((_, i) => i).filter((i) => (expected[i] ?? 0) > 0);
  const free = compared.slice(1);
  const difference = free.map((i) => (observed[i] ?? 0) - (expected[i] ?? 0));
  const weights = solve(
    free.map((i) => free.map((j) => covariance[i]?.[j] ?? 0)),
    difference,
  );
  const chi2 = weights && free.length > 0 ? dot(difference, weights) : null;
  return {
    chi2,
    df: free.length,
    p: chi2 === null ? null : chiSquareTail(chi2, free.length),
    groups: groups.map((spells, i) => ({
      n: observable(spells).length,
      observed: observed[i] ?? 0,
      expected: expected[i] ?? 0,
    })),
  };
}

function tally(groups: readonly (readonly Spell[])[]): Tally {
  const events = groups.map((spells) =>
    countBy(observable(spells).flatMap(({ event, time }) => (event ? [time] : []))),
  );
  const days = [...countBy(events.flatMap((counts) => [...counts.keys()])).keys()];
  const risks = groups.map((spells) => atRisk(spells, days));
  const observed = events.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const expected = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  days.forEach((day, at) => {
    const risk = risks.map((ofGroup) => ofGroup[at] ?? 0);
    const n = risk.reduce((sum, value) => sum + value, 0);
    const d = events.reduce((sum, counts) => sum + (counts.get(day) ?? 0), 0);
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    risk.forEach((own, i) => {
      expected[i] = (expected[i] ?? 0) + (d * own) / n;
      const row = covariance[i] ?? [];
      risk.forEach((other, j) => {
        row[j] = (row[j] ?? 0) + (spread * own * ((i === j ? n : 0) - other)) / (n * n);
      });
    });
  });
  return { observed, expected, covariance };
}

/** Gaussian elimination with pivoting; null for a matrix that cannot be solved. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows.slice(i).reduce((best, row) => (Math.abs(row[i] ?? 0) > Math.abs(best[i] ?? 0) ? row : best));
    const head = pivot[i] ?? 0;
    if (Math.abs(head) < 1e-12) return null;
    rows[rows.indexOf(pivot)] = rows[i] ?? [];
    rows[i] = pivot.map((value) => value / head);
    for (const [k, row] of rows.entries()) {
      const factor = row[i] ?? 0;
      if (k !== i) rows[k] = row.map((value, j) => value - factor * (rows[i]?.[j] ?? 0));
    }
  }
  return rows.map((row) => row.at(-1) ?? 0);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** P(X > x) for chi-square: the upper incomplete gamma function, by series or continued fraction (Press et al., chapter 6.2). */
export function chiSquareTail(x: number, df: number): number {
  if (x <= 0) return 1;
  const [a, y] = [df / 2, x / 2];
  const scale = Math.exp(a * Math.log(y) - y - logGammaOfHalves(df));
  return y < a + 1 ? 1 - scale * lowerSeries(a, y) : scale * upperFraction(a, y);
}

function lowerSeries(a: number, y: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < 1000 && term > sum * Number.EPSILON; k++) {
    term *= y / (a + k);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, y: number): number {
  let fraction = 0;
  for (let k = 200; k >= 1; k--) fraction = (k * (a - k)) / (y + 2 * k + 1 - a + fraction);
  return 1 / (y + 1 - a + fraction);
}

/** log gamma(df / 2), exact by recursion from gamma(1/2) and gamma(1). */
function logGammaOfHalves(df: number): number {
  let log = df % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let half = df % 2 === 0 ? 2 : 1; half < df; half += 2) log += Math.log(half / 2);
  return log;
}
