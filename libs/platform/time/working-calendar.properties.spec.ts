import { Temporal } from 'temporal-polyfill';
import fc from 'fast-check';
import { dateOf, dayOf, earliestDay, type LocalDate, type LocalDay, plusDays } from './local-date.js';
import {
  deadlineAfter,
  deadlineInstant,
  isWorkingDay,
  workingDaysBetween,
  workingDaysSince,
  type Hold,
  type OfficeCalendar,
} from './working-calendar.js';
import { endOfWorkingDay, localDateOf } from './zone.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 1000);
const FROM = Date.UTC(2024, 0, 1);
const TO = Date.UTC(2028, 0, 1);
const DAY = 86_400_000;

const zones = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Africa/Cairo',
  'America/Havana',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
);
const moments = fc.integer({ min: FROM, max: TO }).map((ms) => new Date(ms));
const holidays = fc
  .uniqueArray(fc.integer({ min: FROM / DAY, max: TO / DAY }), { maxLength: 60 })
  .map((days) => days.map((day) => ({ date: dateOf(day as LocalDay), name: null })));
const calendars: fc.Arbitrary<OfficeCalendar> = fc.record({
  zone: zones,
  workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  holidays,
  version: fc.constant(1),
});
const allowances = fc.integer({ min: 0, max: 40 });
const closedHolds: fc.Arbitrary<Hold> = fc
  .tuple(moments, fc.integer({ min: 0, max: 30 * DAY }))
  .map(([from, length]) => ({ from, to: new Date(from.getTime() + length) }));

/** The definition of the help text, one date at a time, with Temporal instead of our day numbers. */
function slowDeadline(progressAt: Date, n: number, calendar: OfficeCalendar, holds: readonly Hold[]): Date {
  const dateIn = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(calendar.zone).toPlainDate();
  const works = (date: Temporal.PlainDate) =>
    calendar.workingDays.includes(date.dayOfWeek) &&
    !calendar.holidays.some((holiday) => holiday.date === date.toString());
  const held = (date: Temporal.PlainDate) =>
    holds.some(
      ({ from, to }) =>
        Temporal.PlainDate.compare(date, dateIn(from)) >= 0 &&
        (to === null || Temporal.PlainDate.compare(date, dateIn(to)) < 0),
    );
  let date = dateIn(progressAt);
  while (!works(date)) date = date.add({ days: 1 });
  for (let left = n; left > 0;) {
    date = date.add({ days: 1 });
    if (works(date) && !held(date)) left--;
  }
  return new Date(date.toZonedDateTime({ timeZone: calendar.zone, plainTime: '18:00' }).epochMilliseconds);
}

describe('deadlines', () => {
  it('are what counting date by date with Temporal gives', () => {
    fc.assert(
      fc.property(
        moments,
        allowances,
        calendars,
        fc.array(closedHolds, { maxLength: 3 }),
        (progress, n, calendar, holds) => {
          expect(deadlineInstant(progress, n, calendar, holds)).toEqual(slowDeadline(progress, n, calendar, holds));
        },
      ),
      { numRuns: Math.min(numRuns, 1000) },
    );
  });

  it('fall at the end of a working day after the progress, and the basis counts exactly the days that led there', () => {
    fc.assert(
      fc.property(
        moments,
        allowances,
        calendars,
        fc.array(closedHolds, { maxLength: 3 }),
        (progress, n, calendar, holds) => {
          const deadline = deadlineAfter(progress, n, calendar, holds);

          const date = localDateOf(deadline?.at ?? progress, calendar.zone);
          expect(isWorkingDay(date, calendar)).toBe(true);
          expect(deadline?.at).toEqual(endOfWorkingDay(date, calendar.zone));
          expect(date >= localDateOf(progress, calendar.zone)).toBe(true);
          expect(deadline?.basis.countedDays).toHaveLength(n);
          expect(deadline?.basis.countedDays.at(-1) ?? date).toBe(date);
          expect(workingDaysSince(progress, deadline?.at ?? progress, calendar, holds)).toBe(n);
        },
      ),
      { numRuns },
    );
  });

  it('never move back when the allowance grows or the progress comes later', () => {
    fc.assert(
      fc.property(moments, moments, allowances, calendars, fc.array(closedHolds), (one, two, n, calendar, holds) => {
        const [earlier, later] = one <= two ? [one, two] : [two, one];
        const at = (progress: Date, days: number) => deadlineInstant(progress, days, calendar, holds)?.getTime();

        expect(at(later, n)).toBeGreaterThanOrEqual(at(earlier, n) ?? NaN);
        expect(at(earlier, n + 1)).toBeGreaterThan(at(earlier, n) ?? NaN);
      }),
      { numRuns },
    );
  });

  it('never come earlier because a holiday was added', () => {
    fc.assert(
      fc.property(moments, allowances, calendars, moments, (progress, n, calendar, added) => {
        const date = localDateOf(added, calendar.zone);
        const longer = { ...calendar, holidays: [...calendar.holidays, { date, name: 'added late' }] };

        const before = deadlineInstant(progress, n, calendar, [])?.getTime() ?? NaN;

        expect(deadlineInstant(progress, n, longer, [])?.getTime()).toBeGreaterThanOrEqual(before);
      }),
      { numRuns },
    );
  });

  it('move by exactly the working days of a hold that falls inside them', () => {
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 1, max: 40 }),
        calendars,
        fc.nat(60),
        fc.nat(30),
        (progress, n, calendar, skip, length) => {
          const { zone } = calendar;
          const plain = deadlineInstant(progress, n, calendar, []) ?? progress;
          const first = plusDays(dayOf(localDateOf(progress, zone)), 8);
          const from = dateOf(earliestDay(plusDays(first, skip), dayOf(localDateOf(plain, zone))));
          const to = dateOf(plusDays(dayOf(from), length));
          fc.pre(
            from > localDateOf(progress, zone) && workingDaysBetween(localDateOf(progress, zone), from, calendar) > 0,
          );
          const hold = { from: endOfWorkingDay(from, zone), to: endOfWorkingDay(to, zone) };

          const removed = countIn(from, to, calendar);

          expect(deadlineInstant(progress, n, calendar, [hold])).toEqual(
            deadlineInstant(progress, n + removed, calendar, []),
          );
        },
      ),
      { numRuns },
    );
  });

  it('are pushed out of sight by a hold without an end, unless they came before it', () => {
    fc.assert(
      fc.property(moments, allowances, calendars, moments, (progress, n, calendar, from) => {
        const plain = deadlineInstant(progress, n, calendar, []) ?? progress;
        const reachedBefore = n === 0 || localDateOf(plain, calendar.zone) < localDateOf(from, calendar.zone);

        const deadline = deadlineAfter(progress, n, calendar, [{ from, to: null }]);

        expect(deadline?.at ?? null).toEqual(reachedBefore ? plain : null);
      }),
      { numRuns },
    );
  });
});

/** Working days d with from <= d < to. */
function countIn(from: LocalDate, to: LocalDate, calendar: OfficeCalendar): number {
  let count = 0;
  for (let day = dayOf(from); day < dayOf(to); day++) if (isWorkingDay(dateOf(day), calendar)) count++;
  return count;
}
