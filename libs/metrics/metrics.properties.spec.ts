import fc from 'fast-check';
import { cumulativeIncidence, stackedIncidence } from './incidence.rules.js';
import { logRank } from './log-rank.rules.js';
import type { CompetingSpell, Spell } from './metrics.types.js';
import { quartilesOf, quartilesOfCounts } from './metrics.rules.js';
import { kaplanMeier, kaplanMeierOfCounts, stepAt } from './survival.rules.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);
const OUTCOMES = ['placed', 'cancelled', 'internal_hire'] as const;

// few distinct days, so that there are ties
const days = fc.nat(60);
const spells: fc.Arbitrary<Spell[]> = fc.array(
  fc.record({ entry: fc.oneof(fc.constant(0), days), time: days, event: fc.boolean() }),
  { maxLength: 60 },
);
const competing: fc.Arbitrary<CompetingSpell<(typeof OUTCOMES)[number]>[]> = fc.array(
  fc.record({ entry: fc.oneof(fc.constant(0), days), time: days, outcome: fc.constantFrom(null, ...OUTCOMES) }),
  { maxLength: 60 },
);

function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersOf) : [];
}

describe('the survival curve', () => {
  it('never rises, stays between 0 and 1 and inside its interval, and has no NaN', () => {
    fc.assert(
      fc.property(spells, (some) => {
        const curve = kaplanMeier(some);
        let before = 1;
        for (const { day, at_risk, events, estimate, low, high } of curve.steps) {
          expect(estimate).toBeLessThan(before + 1e-12);
          expect(estimate).toBeGreaterThanOrEqual(0);
          expect(low ?? estimate).toBeLessThanOrEqual(estimate);
          expect(high ?? estimate).toBeGreaterThanOrEqual(estimate);
          expect(at_risk).toBeGreaterThanOrEqual(events);
          expect(some.filter(({ time, event }) => event && time === day).length).toBeGreaterThanOrEqual(events);
          before = estimate;
        }
        expect(numbersOf(curve).every(Number.isFinite)).toBe(true);
      }),
      { numRuns },
    );
  });

  it('without censoring and late entry is the share that took longer, and its variance is binomial', () => {
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 60 }), (times) => {
        const n = times.length;
        const { steps } = kaplanMeier(times.map((time) => ({ entry: 0, time, event: true })));

        for (const { day, estimate, low } of steps) {
          expect(estimate).toBeCloseTo(times.filter((time) => time > day).length / n, 10);
          if (low === null) continue;
          const width = Math.log(Math.log(low) / Math.log(estimate)) / 1.959963984540054;
          const standardError = width * estimate * -Math.log(estimate);
          expect(standardError).toBeCloseTo(Math.sqrt((estimate * (1 - estimate)) / n), 8);
        }
      }),
      { numRuns },
    );
  });

  it('does not depend on the order of the searches', () => {
    fc.assert(
      fc.property(spells, (some) => {
        expect(kaplanMeier(some.toReversed())).toEqual(kaplanMeier(some));
      }),
      { numRuns },
    );
  });

  it('the median is the first day below one half, or the middle of the stretch at exactly one half', () => {
    fc.assert(
      fc.property(spells, (some) => {
        const { steps, median } = kaplanMeier(some);
        const first = steps.findIndex(({ estimate }) => estimate <= 0.5 + 1e-9);
        const at = steps[first]?.day ?? null;
        const isHalf = Math.abs((steps[first]?.estimate ?? 0) - 0.5) < 1e-9;
        const next = steps[first + 1]?.day;

        expect(median.estimate).toBe(at !== null && isHalf && next !== undefined ? (at + next) / 2 : at);
      }),
      { numRuns },
    );
  });
});

describe('cumulative incidences', () => {
  it('and the share still waiting add up to 1 on every day', () => {
    fc.assert(
      fc.property(competing, days, (some, day) => {
        const waiting = kaplanMeier(some.map(({ entry, time, outcome }) => ({ entry, time, event: outcome !== null })));
        const ended = OUTCOMES.map((outcome) => stepAt(cumulativeIncidence(some, outcome).steps, day)?.estimate ?? 0);
        const still = stepAt(waiting.steps, day)?.estimate ?? 1;

        expect(ended.reduce((sum, share) => sum + share, still)).toBeCloseTo(1, 10);
      }),
      { numRuns },
    );
  });

  it('never fall, stay inside their interval and have no NaN', () => {
    fc.assert(
      fc.property(competing, fc.constantFrom(...OUTCOMES), (some, outcome) => {
        const curve = cumulativeIncidence(some, outcome);
        let before = 0;
        for (const { estimate, low, high } of curve.steps) {
          expect(estimate).toBeGreaterThanOrEqual(before);
          expect(low ?? estimate).toBeLessThanOrEqual(estimate + 1e-12);
          expect(high ?? estimate).toBeGreaterThanOrEqual(estimate - 1e-12);
          before = estimate;
        }
        expect(numbersOf(curve).every(Number.isFinite)).toBe(true);
      }),
      { numRuns },
    );
  });

  it('without censoring and late entry have the binomial variance', () => {
    const ended = fc.array(fc.record({ time: days, outcome: fc.constantFrom(...OUTCOMES) }), { minLength: 1 });
    fc.assert(
      fc.property(ended, (some) => {
        const { steps } = cumulativeIncidence(
          some.map((spell) => ({ ...spell, entry: 0 })),
          'placed',
        );

        for (const { estimate, high } of steps) {
          if (high === null) continue;
          const complement = 1 - estimate;
          const width = Math.log(Math.log(1 - high) / Math.log(complement)) / 1.959963984540054;
          const standardError = width * complement * -Math.log(complement);
          expect(standardError).toBeCloseTo(Math.sqrt((estimate * complement) / some.length), 8);
        }
      }),
      { numRuns },
    );
  });
});

describe('the log-rank test', () => {
  it('does not care which group comes first, and expects as many events as there were', () => {
    fc.assert(
      fc.property(spells, spells, spells, (one, two, three) => {
        const test = logRank([one, two, three]);
        const turned = logRank([three, one, two]);
        const sum = (key: 'observed' | 'expected') => test.groups.reduce((total, group) => total + group[key], 0);

        expect(turned.df).toBe(test.df);
        expect(turned.chi2 ?? -1).toBeCloseTo(test.chi2 ?? -1, 6);
        expect(test.chi2 ?? 0).toBeGreaterThanOrEqual(-1e-9);
        expect(sum('expected')).toBeCloseTo(sum('observed'), 8);
        expect(numbersOf(test).every(Number.isFinite)).toBe(true);
      }),
      { numRuns },
    );
  });
});

describe('outcomes beside each other', () => {
  it('and who still waits add up to one at every age, each as it is alone', () => {
    fc.assert(
      fc.property(competing, (some) => {
        for (const { day, shares, waiting } of stackedIncidence(some, OUTCOMES)) {
          expect(Object.values(shares).reduce((sum, share) => sum + share, waiting)).toBeCloseTo(1, 10);
          for (const outcome of OUTCOMES)
            expect(shares[outcome]).toBeCloseTo(
              stepAt(cumulativeIncidence(some, outcome).steps, day)?.estimate ?? 0,
              10,
            );
        }
      }),
      { numRuns },
    );
  });
});

describe('spells that are counted', () => {
  const counts = fc.array(fc.record({ time: days, events: fc.nat(3), censored: fc.nat(3) }), { maxLength: 20 });
  const distinct = counts.map((some) => [...new Map(some.map((one) => [one.time, one])).values()]);

  it('have the curve and the quartiles that they have one by one', () => {
    fc.assert(
      fc.property(distinct, (some) => {
        const oneByOne = some.flatMap(({ time, events, censored }) => [
          ...Array.from({ length: events }, () => ({ entry: 0, time, event: true })),
          ...Array.from({ length: censored }, () => ({ entry: 0, time, event: false })),
        ]);
        expect(kaplanMeierOfCounts(some)).toEqual(kaplanMeier(oneByOne));
        expect(quartilesOfCounts(some.map(({ time, events }) => ({ time, count: events })))).toEqual(
          quartilesOf(oneByOne.flatMap(({ time, event }) => (event ? [time] : []))),
        );
      }),
      { numRuns },
    );
  });
});
