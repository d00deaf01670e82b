import { dayOf, localDate, type LocalDate, plusDays } from './local-date.js';
import {
  endOfDay,
  endOfWorkingDay,
  formatLocalDay,
  formatLocalMoment,
  localDateOf,
  localDayOf,
  localWeekdayOf,
  offsetAt,
  startOfDay,
  startOfLocalDay,
  zoneOf,
} from './zone.js';

describe('zones', () => {
  it.each([
    ['Europe/Berlin', '2026-11-05', '2026-11-04T23:00:00.000Z'],
    ['Europe/Berlin', '2026-07-01', '2026-06-30T22:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-05', '2026-11-04T18:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-05', '2026-11-04T10:00:00.000Z'],
    // spring: midnight does not exist, the day starts at 01:00
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    // autumn: midnight comes twice, the first one counts
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['Atlantic/Azores', '2026-10-25', '2026-10-25T00:00:00.000Z'],
    // clocks go back at midnight to 23:00 of the day before: that day has two hours from 23:00
    ['Asia/Beirut', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    // a day that never was takes the start of the one after it
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z'],
  ])('the day starts in %s on %s at %s', (zone, date, start) => {
    expect(startOfDay(localDate(date), zone).toISOString()).toBe(start);
  });

  it.each([
    ['Europe/Berlin', '2026-11-05', '2026-11-05T17:00:00.000Z'],
    ['America/New_York', '2026-07-01', '2026-07-01T22:00:00.000Z'],
    ['Asia/Dubai', '2026-11-05', '2026-11-05T14:00:00.000Z'],
    // 18:00 did not exist on the day Kwajalein skipped: the next valid minute is midnight after it
    ['Pacific/Kwajalein', '1993-08-21', '1993-08-21T12:00:00.000Z'],
    // Pyongyang, 4 May 2018: 23:30 became 24:00, 18:00 itself was not touched
    ['Asia/Pyongyang', '2018-05-04', '2018-05-04T09:30:00.000Z'],
  ])('business closes in %s on %s at %s', (zone, date, end) => {
    expect(endOfWorkingDay(localDate(date), zone).toISOString()).toBe(end);
  });

  it('one instant is two dates in two zones', () => {
    const at = new Date('2026-11-05T22:45:00Z');

    expect(localDateOf(at, 'America/New_York')).toBe('2026-11-05');
    expect(localDateOf(at, 'Asia/Tokyo')).toBe('2026-11-06');
    expect(localWeekdayOf(at, 'America/New_York')).toBe(4);
    expect(localWeekdayOf(at, 'Asia/Tokyo')).toBe(5);
  });

  it('knows which zones exist', () => {
    expect(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires'].map(zoneOf)).toEqual([
      'Europe/Berlin',
      'UTC',
      'America/Argentina/Buenos_Aires',
    ]);
    expect(['Europe/Bonn', '', '+01:00', 'Berlin', 'GMT+25'].map(zoneOf)).toEqual(Array(5).fill(null));
  });

  it('takes none of the names that Node has beside the tz database', () => {
    expect(['PST', 'IST', 'ACT', 'JST', 'SystemV/PST8', 'Etc/Unknown', 'localtime'].map(zoneOf)).toEqual(
      Array(7).fill(null),
    );
  });

  it.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
  ])('keeps %s as %s', (name, zone) => {
    expect(zoneOf(name)).toBe(zone);
  });

  it('keeps every zone under one name, which counts as the other did', () => {
    const moments = Array.from({ length: 21 * 4 }, (_, i) => new Date(Date.UTC(2020, i * 3, 15, 12)));
    for (const name of Intl.supportedValuesOf('timeZone')) {
      const zone = zoneOf(name);
      expect([name, zone && zoneOf(zone)]).toEqual([name, zone]);
      if (zone === name) continue;
      expect([name, moments.map((at) => offsetAt(at, zone ?? ''))]).toEqual([
        name,
        moments.map((at) => offsetAt(at, name)),
      ]);
    }
  });

  it('writes days and moments in the zone asked for', () => {
    const at = new Date('2026-11-05T17:00:00Z');

    expect(formatLocalDay(at, 'Europe/Berlin', at)).toBe('Thu 5 Nov');
    expect(formatLocalMoment(at, 'Europe/Berlin', at)).toBe('Thu 5 Nov 18:00');
    expect(formatLocalMoment(at, 'Pacific/Auckland', at)).toBe('Fri 6 Nov 06:00');
  });

  it('names the year where it is another one in that zone', () => {
    const [eve, year] = [new Date('2026-12-31T23:30:00Z'), new Date('2026-12-31T20:00:00Z')];

    expect(formatLocalMoment(eve, 'Europe/London', year)).toBe('Thu 31 Dec 23:30');
    expect(formatLocalMoment(eve, 'Europe/Berlin', year)).toBe('Fri 1 Jan 2027 00:30');
    expect(formatLocalDay(year, 'Europe/Berlin', eve)).toBe('Thu 31 Dec 2026');
  });
});

describe('the types', () => {
  it('know a text, a date, a day, a number and a moment apart', () => {
    const [date, at] = [localDate('2026-11-05'), new Date('2026-11-05T09:00:00Z')];

    // @ts-expect-error a text is no date before it was read as one
    startOfDay('2026-11-05', 'Europe/Berlin');
    // @ts-expect-error neither is a day
    expect(() => startOfDay(localDayOf(at, 'Europe/Berlin'), 'Europe/Berlin')).toThrow(RangeError);
    // @ts-expect-error a moment has a day in a zone alone
    expect(() => dayOf(at)).toThrow();
    // @ts-expect-error a number is no day
    startOfLocalDay(20_762, 'Europe/Berlin');
    // @ts-expect-error so many days later is a day, where it is said so
    startOfLocalDay(dayOf(date) + 1, 'Europe/Berlin');
    // @ts-expect-error what is left of a date is a text
    const month: LocalDate = date.slice(0, 7);

    expect(month).toBe('2026-11');
    expect(startOfLocalDay(plusDays(dayOf(date), 1), 'Europe/Berlin')).toEqual(endOfDay(date, 'Europe/Berlin'));
  });
});
