import { chiSquareTail, logRank } from './log-rank.rules.js';
import type { Spell } from './metrics.types.js';

const spells = (list: string): Spell[] =>
  list.split(',').map((text) => ({ entry: 0, time: parseFloat(text), event: !text.endsWith('+') }));

const MAINTAINED = spells('9,13,13+,18,23,28+,31,34,45+,48,161+');
const NONMAINTAINED = spells('5,5,8,8,12,16+,23,27,30,33,43,45');

describe('the log-rank test', () => {
  it('of the two groups of Miller 1981 gives 3.396 on one degree of freedom', () => {
    const test = logRank([MAINTAINED, NONMAINTAINED]);

    expect(test.chi2).toBeCloseTo(3.396, 3);
    expect(test.df).toBe(1);
    expect(test.p).toBeCloseTo(0.0653, 4);
    expect(test.groups[0]).toMatchObject({ n: 11, observed: 7 });
    expect(test.groups[0]?.expected).toBeCloseTo(10.69, 2);
    expect(test.groups[1]?.expected).toBeCloseTo(7.31, 2);
  });

  it('of a group with itself finds no difference', () => {
    const test = logRank([MAINTAINED, MAINTAINED, MAINTAINED]);

    expect(test.chi2).toBeCloseTo(0, 10);
    expect(test.df).toBe(2);
    expect(test.p).toBeCloseTo(1, 10);
  });

  it.each<[string, Spell[][]]>([
    ['no groups', []],
    ['one group', [MAINTAINED]],
    ['empty groups', [[], []]],
    ['an empty group beside a full one', [[], MAINTAINED]],
    ['no events', [spells('3+,4+'), spells('5+')]],
    ['a single event', [spells('3'), []]],
  ])('says nothing about %s', (_, groups) => {
    expect(logRank(groups)).toMatchObject({ chi2: null, df: 0, p: null });
  });

  it('leaves out a group that was never at risk, and compares the others', () => {
    expect(logRank([MAINTAINED, [], NONMAINTAINED]).chi2).toBeCloseTo(3.396, 3);
  });

  // upper 5 % points of any statistics table, and the far tails
  it.each([
    [3.841458820694124, 1, 0.05],
    [5.991464547107979, 2, 0.05],
    [7.814727903251179, 3, 0.05],
    [18.307038053275146, 10, 0.05],
    [6.6348966010212145, 1, 0.01],
    [0, 4, 1],
  ])('chi-square above %f on %i degrees of freedom has probability %f', (x, df, p) => {
    expect(chiSquareTail(x, df)).toBeCloseTo(p, 10);
  });
});
