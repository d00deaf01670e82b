import fc from 'fast-check';
import { localDate } from './local-date.js';
import { isQuiet, nextLoud, type QuietHours } from './quiet-hours.js';
import { localDateOf } from './zone.js';
import { isWorkingDay } from './working-calendar.js';

const HOLIDAYS = [
  { date: localDate('2026-12-25'), name: 'Christmas' },
  { date: localDate('2026-12-26'), name: null },
];
const quiet = (from: number, to: number, zone = 'Europe/Berlin', workingDaysOnly = true): QuietHours => ({
  fromMinute: from * 60,
  toMinute: to * 60,
  workingDaysOnly,
  calendar: { zone, workingDays: [1, 2, 3, 4, 5], holidays: HOLIDAYS, version: 1 },
});

describe('quiet hours', () => {
  it.each<[string, QuietHours, string, string]>([
    ['in the day nothing waits', quiet(20, 7), '2026-11-16T09:00:00Z', '2026-11-16T09:00:00.000Z'],
    ['in the evening it waits for the morning', quiet(20, 7), '2026-11-16T19:00:00Z', '2026-11-17T06:00:00.000Z'],
    ['after midnight too', quiet(20, 7), '2026-11-16T23:30:00Z', '2026-11-17T06:00:00.000Z'],
    ['the last quiet moment', quiet(20, 7), '2026-11-17T05:59:59.999Z', '2026-11-17T06:00:00.000Z'],
    ['the first that is not', quiet(20, 7), '2026-11-17T06:00:00Z', '2026-11-17T06:00:00.000Z'],
    ['on Friday evening it waits for Monday', quiet(20, 7), '2026-11-20T19:30:00Z', '2026-11-23T06:00:00.000Z'],
    ['over Christmas for the first working day', quiet(20, 7), '2026-12-24T20:00:00Z', '2026-12-28T06:00:00.000Z'],
    [
      'on Saturday not, when days off do not count',
      quiet(20, 7, 'Europe/Berlin', false),
      '2026-11-21T12:00:00Z',
      '2026-11-21T12:00:00.000Z',
    ],
    ['at noon, when noon is quiet', quiet(12, 14), '2026-11-16T11:30:00Z', '2026-11-16T13:00:00.000Z'],
    ['never, when both are the same', quiet(7, 7), '2026-11-16T03:00:00Z', '2026-11-16T03:00:00.000Z'],
    // the clocks of Berlin go forward on Sunday 29 March 2026 at 02:00 and back on Sunday 25 October at 03:00
    [
      'the morning after the clocks went forward',
      quiet(20, 7, 'Europe/Berlin', false),
      '2026-03-28T20:00:00Z',
      '2026-03-29T05:00:00.000Z',
    ],
    [
      'the morning after they went back',
      quiet(20, 7, 'Europe/Berlin', false),
      '2026-10-24T20:00:00Z',
      '2026-10-25T06:00:00.000Z',
    ],
    [
      'until a time that does not exist: the next that does',
      quiet(20, 2.5, 'Europe/Berlin', false),
      '2026-03-28T20:00:00Z',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'until a time that comes twice: the first',
      quiet(20, 2.5, 'Europe/Berlin', false),
      '2026-10-24T20:00:00Z',
      '2026-10-25T00:30:00.000Z',
    ],
    // Cairo has no midnight on 24 April 2026
    [
      'where midnight does not exist',
      quiet(20, 0, 'Africa/Cairo', false),
      '2026-04-23T19:00:00Z',
      '2026-04-23T22:00:00.000Z',
    ],
  ])('%s', (_title, hours, at, until) => {
    expect(nextLoud(new Date(at), hours).toISOString()).toBe(until);
  });

  it('do not last for ever where nobody ever works', () => {
    const never = { ...quiet(20, 7), calendar: { ...quiet(20, 7).calendar, workingDays: [] } };

    expect(nextLoud(new Date('2026-11-16T22:00:00Z'), never).toISOString()).toBe('2026-11-17T06:00:00.000Z');
  });

  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Africa/Cairo',
    'Pacific/Kiritimati',
  ];
  const anyHours = fc
    .record({
      from: fc.integer({ min: 0, max: 1_439 }),
      to: fc.integer({ min: 0, max: 1_439 }),
      zone: fc.constantFrom(...zones),
      workingDaysOnly: fc.boolean(),
    })
    .map(({ from, to, zone, workingDaysOnly }) => quiet(from / 60, to / 60, zone, workingDaysOnly));
  const anyMoment = fc
    .integer({ min: Date.parse('2025-12-01T00:00:00Z'), max: Date.parse('2027-02-01T00:00:00Z') })
    .map((ms) => new Date(ms));

  it('end at a moment that is not before, not quiet and on a day that counts', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, (hours, at) => {
        const loud = nextLoud(at, hours);

        expect(loud.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(nextLoud(loud, hours)).toEqual(loud);
        expect(isQuiet(loud, hours)).toBe(false);
        if (hours.workingDaysOnly)
          expect(isWorkingDay(localDateOf(loud, hours.calendar.zone), hours.calendar)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are left at the same moment from wherever inside them one asks', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, fc.double({ min: 0, max: 1, noNaN: true }), (hours, at, part) => {
        const loud = nextLoud(at, hours);
        const between = new Date(at.getTime() + (loud.getTime() - at.getTime()) * part);

        expect(nextLoud(between, hours)).toEqual(loud);
      }),
      { numRuns: 500 },
    );
  });
});
