import { Temporal } from 'temporal-polyfill';
import fc from 'fast-check';
import { dateOf, dayOf, localDate, type LocalDay, plusDays } from './local-date.js';
import { localDayOf, startOfLocalDay } from './zone.js';

const FIRST = dayOf(localDate('2020-01-01'));
const LAST = dayOf(localDate('2040-12-31'));
const RANDOM_DAYS_PER_ZONE = 10;
const HOUR = 3_600_000;

function daysAroundTransitions(zone: string): LocalDay[] {
  const days: LocalDay[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.PlainDate.from('2020-01-01').toZonedDateTime(zone);
  while ((at = at.getTimeZoneTransition('next')) && at.year <= 2040) {
    const day = dayOf(localDate(at.toPlainDate().toString()));
    days.push(plusDays(day, -1), day, plusDays(day, 1));
  }
  return days;
}

/** The date as the JavaScript engine's own formatter sees it: it shares no code with ours. */
function dateFormatter(zone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (ms) => format.format(ms);
}

describe('every zone, 2020 to 2040', () => {
  it('maps each local date to exactly one start of day, the first instant that carries the date', () => {
    const seed = 20261121;
    const randomDays = fc.sample(fc.integer({ min: FIRST, max: LAST }), {
      seed,
      numRuns: 500 * RANDOM_DAYS_PER_ZONE,
    }) as LocalDay[];
    const zones = Intl.supportedValuesOf('timeZone');
    const wrong: string[] = [];
    let checked = 0;

    zones.forEach((zone, index) => {
      const dateAt = dateFormatter(zone);
      const offset = index * RANDOM_DAYS_PER_ZONE;
      for (const day of [...daysAroundTransitions(zone), ...randomDays.slice(offset, offset + RANDOM_DAYS_PER_ZONE)]) {
        checked++;
        const start = startOfLocalDay(day, zone);
        const next = startOfLocalDay(plusDays(day, 1), zone);
        const hours = (next.getTime() - start.getTime()) / HOUR;
        const right =
          dateAt(start.getTime()) === dateOf(day) &&
          dateAt(start.getTime() - 1) === dateOf(plusDays(day, -1)) &&
          dateAt(start.getTime() - HOUR) === dateOf(plusDays(day, -1)) &&
          localDayOf(start, zone) === day &&
          // Casey in Antarctica moves its clocks by three hours
          hours >= 21 &&
          hours <= 27;
        if (!right) wrong.push(`${zone} ${dateOf(day)} ${start.toISOString()}`);
      }
    });

    expect(zones.length).toBeGreaterThan(400);
    expect(checked).toBeGreaterThan(15_000);
    expect(wrong).toEqual([]);
  });

  it('gives the local date of any instant as the engine itself does', () => {
    const zones = ['Europe/Berlin', 'America/Santiago', 'Africa/Casablanca', 'Asia/Kolkata', 'Australia/Lord_Howe'];
    const formatters = new Map(zones.map((zone) => [zone, dateFormatter(zone)]));

    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2060, 0) }),
        (zone, ms) => {
          expect(dateOf(localDayOf(new Date(ms), zone))).toBe(formatters.get(zone)?.(ms));
        },
      ),
      { numRuns: 5000 },
    );
  });
});
