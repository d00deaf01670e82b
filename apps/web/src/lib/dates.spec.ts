import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  calendarDays,
  clockTime,
  dateIn,
  datesOf,
  day,
  daysUntil,
  endOfDay,
  exact,
  lastMoment,
  localDate,
  momentAt,
  plainDate,
  plusDays,
  relative,
  startOfDay,
  weekdayOf,
  yearIn,
} from './dates';

const SRC = fileURLToPath(new URL('../', import.meta.url));

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Singapore', 'Pacific/Auckland'];
const now = new Date('2026-11-21T10:00:00Z');

describe('dates on the screen', () => {
  it('names a day without its year only in the present year', () => {
    expect(day('2026-11-12T09:00:00Z', 'Europe/Berlin', now)).toBe('Thu 12 Nov');
    expect(day('2025-11-12T09:00:00Z', 'Europe/Berlin', now)).toBe('Wed 12 Nov 2025');
  });

  it('says the exact moment in the zone of the business, with the zone', () => {
    expect(exact('2026-11-20T13:05:00Z', 'Europe/Berlin')).toBe('Fri 20 Nov 2026, 14:05 (Europe/Berlin)');
    expect(exact('2026-11-20T13:05:00Z', 'Pacific/Auckland')).toBe('Sat 21 Nov 2026, 02:05 (Pacific/Auckland)');
  });

  it('counts midnights, not hours', () => {
    expect(calendarDays('2026-11-20T22:59:00Z', '2026-11-20T23:01:00Z', 'Europe/Berlin')).toBe(1);
    expect(calendarDays('2026-11-20T22:59:00Z', '2026-11-20T23:01:00Z', 'America/New_York')).toBe(0);
  });

  it('counts a day of 25 hours once', () => {
    expect(calendarDays('2026-10-24T22:30:00Z', '2026-10-25T23:30:00Z', 'Europe/Berlin')).toBe(1);
  });

  it('speaks of minutes and hours within a day, then of days', () => {
    const say = (at: string): string => relative(at, 'Europe/Berlin', now);

    expect(say('2026-11-21T09:59:40Z')).toBe('just now');
    expect(say('2026-11-21T10:01:20Z')).toBe('just now');
    expect(say('2026-11-21T09:50:00Z')).toBe('10 min ago');
    expect(say('2026-11-21T07:00:00Z')).toBe('3 h ago');
    expect(say('2026-11-20T21:00:00Z')).toBe('yesterday');
    expect(say('2026-11-22T21:00:00Z')).toBe('tomorrow');
    expect(say('2026-11-18T21:00:00Z')).toBe('3 days ago');
    expect(say('2026-12-01T21:00:00Z')).toBe('in 10 days');
    expect(say('2026-06-01T12:00:00Z')).toBe('Mon 1 Jun');
  });

  it('shows a date without a clock as that date in every zone', () => {
    expect(plainDate('2026-12-04', now)).toBe('Fri 4 Dec');
    expect(plainDate('2027-01-01', now)).toBe('Fri 1 Jan 2027');
  });

  it.each(ZONES)('sends a picked date as the moment it begins in %s', (zone) => {
    const dates = ['2026-03-29', '2026-04-05', '2026-09-27', '2026-10-25', '2026-11-01', '2026-11-21'];

    const begun = dates.map((date) => startOfDay(date, zone));

    expect(begun.map((at) => exact(at, zone))).toEqual(
      dates.map((date) => `${plainDate(date, now)} 2026, 00:00 (${zone})`),
    );
  });

  it.each([
    ['Europe/Berlin', '2026-12-01', '2026-12-01T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-28', '2026-03-28T23:00:00.000Z'],
    ['America/Santiago', '2026-09-05', '2026-09-06T04:00:00.000Z'],
    ['Africa/Cairo', '2026-04-23', '2026-04-23T22:00:00.000Z'],
    ['America/Havana', '2026-10-31', '2026-11-01T04:00:00.000Z'],
    ['Asia/Kathmandu', '2026-12-01', '2026-12-01T18:15:00.000Z'],
  ])('in %s a picked date is valid through that day: %s', (zone, date, over) => {
    expect(endOfDay(date, zone)).toBe(over);
    expect(localDate(lastMoment(over), zone)).toBe(date);
    expect(localDate(startOfDay(date, zone), zone)).toBe(date);
  });

  it.each([
    // still the last day west of Greenwich, over already east of it
    ['America/New_York', '2026-11-30', '2026-12-01T03:00:00Z', 0],
    ['Pacific/Auckland', '2026-11-30', '2026-11-30T12:00:00Z', -1],
    ['America/Santiago', '2026-09-06', '2026-09-06T03:59:59Z', 1],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00Z', 0],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00Z', 0],
    ['America/Havana', '2026-11-01', '2026-11-01T05:30:00Z', 0],
  ])('in %s the days to %s are whole ones, at %s: %i', (zone, date, at, days) => {
    expect(daysUntil(date, new Date(at), zone)).toBe(days);
  });

  it.each([
    // the day has 25 hours, so the same hour of the next one is more than 24 away
    ['Europe/Berlin', '2026-10-24T22:10:00Z', '2026-10-26'],
    ['America/Havana', '2026-11-01T04:10:00Z', '2026-11-02'],
    // and 23 of them end before a day later
    ['Africa/Cairo', '2026-04-23T21:50:00Z', '2026-04-24'],
    ['America/Santiago', '2026-09-06T03:50:00Z', '2026-09-06'],
  ])('in %s tomorrow is the next date, at %s: %s', (zone, at, date) => {
    expect(dateIn(1, new Date(at), zone)).toBe(date);
    expect(dateIn(0, new Date(at), zone)).toBe(localDate(at, zone));
  });

  it('counts dates over the ends of months and years', () => {
    expect(plusDays('2027-12-31', 60)).toBe('2028-02-29');
    expect(datesOf(2028, 1)).toHaveLength(29);
    expect([datesOf(2026, 11)[0], datesOf(2026, 11).at(-1)]).toEqual(['2026-12-01', '2026-12-31']);
    expect(['1969-12-28', '1970-01-01', '2026-11-30'].map(weekdayOf)).toEqual([7, 4, 1]);
  });

  it('says the year of the zone', () => {
    expect(['Europe/Berlin', 'America/New_York'].map((zone) => yearIn('2026-12-31T23:30:00Z', zone))).toEqual([
      2027, 2026,
    ]);
  });

  it('is asked what day it is, and not the browser, for what a date field takes', () => {
    const forms = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
    const byBrowser = /(max|min)Date=\{new Date|getFullYear\(\)|localDate\([^)]*'UTC'\)/;

    expect(forms.length).toBeGreaterThan(100);
    expect(forms.filter((file) => byBrowser.test(readFileSync(path.join(SRC, file), 'utf8')))).toEqual([]);
  });

  it.each(ZONES)('takes a date and a time of day as the moment they mean in %s, and shows them again', (zone) => {
    const typed = ['2026-03-29 12:30', '2026-10-25 09:00', '2026-11-01 23:59', '2026-11-21 08:15'];

    const moments = typed.map((text) => momentAt(text.slice(0, 10), text.slice(11), zone));

    expect(moments.map((at) => `${localDate(at, zone)} ${clockTime(at, zone)}`)).toEqual(typed);
  });
});
