import { dateOf, dayOf, localDate, plusDays } from './local-date.js';
import { endOfDay, lastMomentOf, localDateOf, startOfDay } from './zone.js';

/**
 * Every zone, every day from 2020 to 2040, against the platform's own calendar, with `DAYS=all npm run jest -- days`. In
 * ordinary runs some zones, of them all days that do not have 24 hours and a share of the others.
 */
const ALL = process.env['DAYS'] === 'all';
const EVERY = ALL ? 1 : 97;
const MIDNIGHTS_CHANGE = ['America/Santiago', 'Africa/Cairo', 'America/Havana', 'Asia/Beirut', 'Atlantic/Azores'];
const EVERY_ZONE = Intl.supportedValuesOf('timeZone');
const ZONES = ALL ? EVERY_ZONE : [...MIDNIGHTS_CHANGE, ...EVERY_ZONE.filter((_, i) => i % 30 === 7)];
const [FIRST, LAST] = [dayOf(localDate('2020-01-01')), dayOf(localDate('2040-12-31'))];
const HOUR = 3_600_000;

/** What the clock on the wall of a zone says; making one costs more memory than the collector notices. */
function wallOf(zone: string): { date: (at: Date) => string; time: (at: Date) => string } {
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' });
  return { date: (at) => date.format(at), time: (at) => time.format(at) };
}

describe('a day, in every zone', () => {
  it('begins with its first moment, ends with its last, and the next one begins then', () => {
    const counts = { zones: 0, days: 0, withoutMidnight: 0, notOf24Hours: 0 };
    const wrong: string[] = [];
    for (const zone of ZONES) {
      counts.zones += 1;
      const wall = wallOf(zone);
      for (let day = FIRST; day <= LAST; day++) {
        const date = dateOf(day);
        const [start, end] = [startOfDay(date, zone), endOfDay(date, zone)];
        const isOdd = end.getTime() - start.getTime() !== 24 * HOUR;
        if (isOdd) counts.notOf24Hours += 1;
        if (!isOdd && (day + counts.zones) % EVERY !== 0) continue;
        counts.days += 1;
        const last = lastMomentOf(date, zone);
        const before = new Date(start.getTime() - 1);
        const isRight =
          wall.date(start) === date &&
          wall.date(before) < date &&
          wall.date(last) === date &&
          wall.date(end) > date &&
          end.getTime() === startOfDay(dateOf(plusDays(day, 1)), zone).getTime() &&
          localDateOf(start, zone) === date &&
          localDateOf(last, zone) === date &&
          localDateOf(before, zone) === dateOf(plusDays(day, -1));
        if (!isRight) wrong.push(`${zone} ${date}`);
        if (!wall.time(start).startsWith('00:00')) counts.withoutMidnight += 1;
      }
    }
    process.stdout.write(`days in every zone: ${JSON.stringify(counts)}\n`);
    expect(wrong).toEqual([]);
    expect(counts.zones).toBeGreaterThan(ALL ? 400 : 15);
    expect(counts.withoutMidnight).toBeGreaterThan(40);
  }, 600_000);
});
