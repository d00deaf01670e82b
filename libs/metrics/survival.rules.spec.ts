import type { Spell } from './metrics.types.js';
import { atRisk, kaplanMeier, remainingDays } from './survival.rules.js';

/** "13+" is a search still open at 13 days; "4>13" one that was imported at 4. */
function spells(list: string): Spell[] {
  return list.split(',').map((text) => {
    const [entry, time] = text.includes('>') ? text.split('>') : ['0', text];
    return { entry: Number(entry), time: parseFloat(time ?? ''), event: !text.endsWith('+') };
  });
}

// acute myelogenous leukemia, Miller 1981, p. 49; the tables below are those of R's survival package
const MAINTAINED = spells('9,13,13+,18,23,28+,31,34,45+,48,161+');
const NONMAINTAINED = spells('5,5,8,8,12,16+,23,27,30,33,43,45');

const round = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);

describe('survival of the leukemia patients of Miller 1981', () => {
  it.each<[string, Spell[], [number, number, number, number][]]>([
    [
      'maintained',
      MAINTAINED,
      [
        [9, 11, 1, 0.909],
        [13, 10, 1, 0.818],
        [18, 8, 1, 0.716],
        [23, 7, 1, 0.614],
        [31, 5, 1, 0.491],
        [34, 4, 1, 0.368],
        [48, 2, 1, 0.184],
      ],
    ],
    [
      'not maintained',
      NONMAINTAINED,
      [
        [5, 12, 2, 0.833],
        [8, 10, 2, 0.667],
        [12, 8, 1, 0.583],
        [23, 6, 1, 0.486],
        [27, 5, 1, 0.389],
        [30, 4, 1, 0.292],
        [33, 3, 1, 0.194],
        [43, 2, 1, 0.097],
        [45, 1, 1, 0],
      ],
    ],
  ])('%s: day, at risk, events, estimate', (_, group, table) => {
    const { steps } = kaplanMeier(group);

    expect(steps.map(({ day, at_risk, events, estimate }) => [day, at_risk, events, round(estimate)])).toEqual(table);
  });

  it('the log-log interval of the maintained group', () => {
    expect(kaplanMeier(MAINTAINED).steps.map(({ low, high }) => [round(low), round(high)])).toEqual([
      [0.508, 0.987],
      [0.447, 0.951],
      [0.35, 0.899],
      [0.266, 0.835],
      [0.167, 0.753],
      [0.093, 0.657],
      [0.012, 0.525],
    ]);
  });

  it('medians 31 and 23 weeks, the upper limit of the first not reached', () => {
    expect(kaplanMeier(MAINTAINED).median).toEqual({ n: 11, estimate: 31, low: 13, high: null });
    expect(kaplanMeier(NONMAINTAINED).median).toMatchObject({ n: 12, estimate: 23 });
  });

  // the values of R's survfit
  it.each([
    ['10,20,30,40', 25],
    ['10,20,30+,40', 30],
    ['10,20,30+,40+', 20],
    ['10,10,30,40,50+', 30],
    ['7,7', 7],
  ])('of an even number that stands at one half, the middle of that stretch: %s', (list, median) => {
    expect(kaplanMeier(spells(list)).median.estimate).toBe(median);
  });

  it('has no interval where the curve has reached 0', () => {
    expect(kaplanMeier(NONMAINTAINED).steps.at(-1)).toMatchObject({ estimate: 0, low: null, high: null });
  });
});

describe('searches imported while under way', () => {
  it('count from the age at which they were first seen', () => {
    const { steps } = kaplanMeier(spells('10,20+,5>15,12>18,20>30'));

    expect(steps.map(({ day, at_risk, estimate }) => [day, at_risk, round(estimate)])).toEqual([
      [10, 3, 0.667],
      [15, 3, 0.444],
      [18, 2, 0.222],
      [30, 1, 0],
    ]);
  });

  it('say nothing about ages at which they were not watched', () => {
    expect(kaplanMeier(spells('5,30>30,40>35,9'))).toEqual(kaplanMeier(spells('5,9')));
  });

  it('are not at risk at the very moment of their entry', () => {
    expect(atRisk(spells('10>20,0>20,15+'), [0, 10, 10.5, 15, 15.5, 20, 21])).toEqual([2, 2, 3, 3, 2, 2, 0]);
  });
});

describe('nothing yet', () => {
  it('no searches: no curve and no median', () => {
    expect(kaplanMeier([])).toEqual({
      n: 0,
      events: 0,
      steps: [],
      median: { n: 0, estimate: null, low: null, high: null },
    });
  });

  it('all still open: no steps, median not reached', () => {
    expect(kaplanMeier(spells('5+,9+'))).toMatchObject({
      n: 2,
      events: 0,
      steps: [],
      median: { n: 2, estimate: null },
    });
  });

  it('one search with an offer on the day it opened', () => {
    expect(kaplanMeier(spells('0'))).toMatchObject({
      steps: [{ day: 0, at_risk: 1, events: 1, estimate: 0, low: null, high: null }],
      median: { estimate: 0 },
    });
  });

  it('ties: the offer comes before the censoring of the same day', () => {
    expect(kaplanMeier(spells('7,7+')).steps).toMatchObject([{ day: 7, at_risk: 2, events: 1, estimate: 0.5 }]);
  });
});

describe('what remains of an open search', () => {
  const curve = kaplanMeier(spells('10,20,30,40,50,60,70,80,90,100'));

  it('is what searches of that age still needed', () => {
    expect(remainingDays(curve, 0)).toEqual({ low: 10, median: 50, high: 90 });
    expect(remainingDays(curve, 55)).toEqual({ low: 5, median: 25, high: 45 });
  });

  it('is unknown past the end of the history, and where half never got there', () => {
    expect(remainingDays(curve, 100)).toEqual({ low: null, median: null, high: null });
    expect(remainingDays(kaplanMeier(spells('10,20+,30+,40+')), 0)).toEqual({ low: 10, median: null, high: null });
    expect(remainingDays(kaplanMeier([]), 12)).toEqual({ low: null, median: null, high: null });
  });
});
