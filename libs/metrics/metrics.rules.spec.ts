import fc from 'fast-check';
import { elapsedDays, heldDays, meanOf, netElapsedDays, quartilesOf, wilson } from './metrics.rules.js';

const at = (moment: string) => new Date(moment);
const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }).map((ms) => new Date(ms));

describe('elapsed time', () => {
  const opened = at('2026-05-01T09:00:00Z');
  const accepted = at('2026-05-30T09:00:00Z');

  it('a search opened 1 May, on hold 5 to 10 May and accepted 30 May took 29 days gross, 5 held, 24 net', () => {
    const holds = [{ from: at('2026-05-05T09:00:00Z'), to: at('2026-05-10T09:00:00Z') }];

    expect(elapsedDays(opened, accepted)).toBe(29);
    expect(heldDays(opened, accepted, holds)).toBe(5);
    expect(netElapsedDays(opened, accepted, holds)).toBe(24);
  });

  it('of two that took equally long is the same, whatever was taken out of either', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 86_400_000 * 60 }),
        fc.integer({ min: 0, max: 86_400_000 * 60 }),
        (net, held) => {
          const from = opened.getTime();
          const holds = [{ from: opened, to: new Date(from + held) }];

          expect(netElapsedDays(opened, new Date(from + net + held), holds)).toBe(net / 86_400_000);
        },
      ),
    );
  });

  it.each<[string, [string, string | null][], number]>([
    ['a hold that still runs lasts until the end', [['2026-05-25T09:00:00Z', null]], 24],
    ['a hold before the opening takes nothing', [['2026-04-01T09:00:00Z', '2026-04-20T09:00:00Z']], 29],
    ['a hold after the end takes nothing', [['2026-06-01T09:00:00Z', null]], 29],
    ['a hold across the opening counts from it', [['2026-04-01T09:00:00Z', '2026-05-03T09:00:00Z']], 27],
    [
      'overlapping holds count once',
      [
        ['2026-05-05T09:00:00Z', '2026-05-10T09:00:00Z'],
        ['2026-05-08T09:00:00Z', '2026-05-12T09:00:00Z'],
        ['2026-05-06T09:00:00Z', '2026-05-07T09:00:00Z'],
      ],
      22,
    ],
    ['half a day is half a day', [['2026-05-05T09:00:00Z', '2026-05-05T21:00:00Z']], 28.5],
  ])('%s', (_, holds, net) => {
    const intervals = holds.map(([from, to]) => ({ from: at(from), to: to ? at(to) : null }));

    expect(netElapsedDays(opened, accepted, intervals)).toBe(net);
  });

  it('opened at 23:30 in one zone and offered at 00:30 in another is what lies between the two instants', () => {
    expect(elapsedDays(at('2026-05-01T23:30:00+02:00'), at('2026-05-02T00:30:00-04:00')) * 24).toBeCloseTo(7, 10);
  });

  it('net time lies between nothing and gross time', () => {
    const holds = fc.array(fc.record({ from: moments, to: fc.option(moments, { nil: null }) }));
    fc.assert(
      fc.property(moments, moments, holds, (one, two, intervals) => {
        const [from, to] = one <= two ? [one, two] : [two, one];
        const gross = elapsedDays(from, to);
        const net = netElapsedDays(from, to, intervals);

        expect(net).toBeGreaterThanOrEqual(-1e-9);
        expect(net).toBeLessThanOrEqual(gross);
      }),
    );
  });
});

describe('a share with its interval', () => {
  // Newcombe 1998, table I, method 3 (score without continuity correction)
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i lies between %f and %f', (successes, n, low, high) => {
    const interval = wilson(successes, n);

    expect(interval.estimate).toBe(successes / n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('contains the share, stays within 0 and 1, and mirrors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, some) => {
        const successes = some % (n + 1);
        const { estimate, low, high } = wilson(successes, n);
        const mirror = wilson(n - successes, n);

        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(estimate ?? NaN);
        expect(high).toBeGreaterThanOrEqual(estimate ?? NaN);
        expect(high).toBeLessThanOrEqual(1);
        expect(1 - (mirror.high ?? NaN)).toBeCloseTo(low ?? NaN, 12);
      }),
    );
  });

  it('of nothing is nothing', () => {
    expect(wilson(0, 0)).toEqual({ n: 0, estimate: null, low: null, high: null });
  });
});

describe('summaries', () => {
  it('mean and quartiles of some values', () => {
    expect(meanOf([10, 20, 60])).toEqual({ n: 3, mean: 30 });
    expect(quartilesOf([40, 10, 20, 30])).toEqual({ n: 4, lower: 17.5, median: 25, upper: 32.5 });
    expect(quartilesOf([7])).toEqual({ n: 1, lower: 7, median: 7, upper: 7 });
  });

  it('of nothing are nothing', () => {
    expect(meanOf([])).toEqual({ n: 0, mean: null });
    expect(quartilesOf([])).toEqual({ n: 0, lower: null, median: null, upper: null });
  });
});
