import { cumulativeIncidence, incidenceAt } from './incidence.rules.js';
import type { CompetingSpell } from './metrics.types.js';
import { kaplanMeier } from './survival.rules.js';

type Outcome = 'placed' | 'cancelled';

const spell = (time: number, outcome: Outcome | null, entry = 0): CompetingSpell<Outcome> => ({ entry, time, outcome });

const FIVE = [
  spell(10, 'placed'),
  spell(20, 'cancelled'),
  spell(30, null),
  spell(40, 'placed'),
  spell(50, 'cancelled'),
];

describe('cumulative incidence of placement', () => {
  it('shares out what is still waiting, worked by hand', () => {
    const shown = (outcome: Outcome) =>
      cumulativeIncidence(FIVE, outcome).steps.map(({ day, at_risk, estimate }) => [
        day,
        at_risk,
        +estimate.toFixed(10),
      ]);

    expect(shown('placed')).toEqual([
      [10, 5, 0.2],
      [40, 2, 0.5],
    ]);
    expect(shown('cancelled')).toEqual([
      [20, 4, 0.2],
      [50, 1, 0.5],
    ]);
  });

  it('is below one minus Kaplan-Meier when cancelled searches are taken as open', () => {
    const naive = kaplanMeier(FIVE.map(({ entry, time, outcome }) => ({ entry, time, event: outcome === 'placed' })));

    expect(incidenceAt(FIVE, 'placed', 50).estimate).toBeCloseTo(0.5, 10);
    expect(1 - (naive.steps.at(-1)?.estimate ?? NaN)).toBeCloseTo(0.6, 10);
  });

  it('searches imported under way join at their age', () => {
    const { steps } = cumulativeIncidence([spell(10, 'placed'), spell(30, 'placed', 15), spell(40, null)], 'placed');

    expect(steps.map(({ day, at_risk, estimate }) => [day, at_risk, estimate])).toEqual([
      [10, 2, 0.5],
      [30, 2, 0.75],
    ]);
  });

  it('without competition has the interval of Kaplan-Meier upside down', () => {
    const placed = [9, 13, 18, 23, 31, 34, 48].map((day) => spell(day, 'placed'));
    const open = [13, 28, 45, 161].map((day) => spell(day, null));
    const all = [...placed, ...open];

    const incidence = cumulativeIncidence(all, 'placed').steps;

    const survival = kaplanMeier(
      all.map(({ entry, time, outcome }) => ({ entry, time, event: outcome !== null })),
    ).steps;
    expect(incidence).toHaveLength(7);
    incidence.forEach((step, i) => {
      expect(step.estimate).toBeCloseTo(1 - (survival[i]?.estimate ?? NaN), 12);
      expect(step.low).toBeCloseTo(1 - (survival[i]?.high ?? NaN), 12);
      expect(step.high).toBeCloseTo(1 - (survival[i]?.low ?? NaN), 12);
    });
  });
});

describe('placed by day 90', () => {
  it('is the last step up to that day', () => {
    expect(incidenceAt(FIVE, 'placed', 39)).toMatchObject({ n: 5, estimate: 0.2, at_risk: 2 });
    expect(incidenceAt(FIVE, 'placed', 40).estimate).toBeCloseTo(0.5, 10);
  });

  it('says when nobody has been followed that long', () => {
    expect(incidenceAt(FIVE, 'placed', 40).followed).toBe(true);
    expect(incidenceAt(FIVE, 'placed', 90).followed).toBe(false);
    expect(incidenceAt([spell(10, 'placed'), spell(12, 'cancelled')], 'placed', 90).followed).toBe(true);
  });

  it.each([
    ['all still open', [spell(30, null), spell(31, null)]],
    ['some have ended', [spell(10, 'placed'), spell(31, null)]],
    ['the oldest has ended', [spell(31, 'cancelled'), spell(30, null)]],
  ])('claims no share where nobody has been followed that long: %s', (_, some) => {
    expect(incidenceAt(some, 'placed', 90)).toMatchObject({ followed: false, estimate: null, low: null, high: null });
  });

  it('is 0 while nobody was placed, and nothing without searches', () => {
    expect(incidenceAt([spell(100, null)], 'placed', 90)).toMatchObject({ n: 1, estimate: 0, low: null, high: null });
    expect(incidenceAt<Outcome>([], 'placed', 90)).toEqual({
      n: 0,
      estimate: null,
      low: null,
      high: null,
      at_risk: 0,
      followed: false,
    });
  });
});
