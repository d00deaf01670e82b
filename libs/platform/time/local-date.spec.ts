import {
  dateOf,
  dayOf,
  formatDay,
  formatDays,
  formatLongDay,
  isDay,
  localDate,
  type LocalDate,
  type LocalDay,
  tense,
  weekdayOf,
} from './local-date.js';

describe('local dates', () => {
  it.each([
    ['1970-01-01', 0, 4],
    ['1969-12-31', -1, 3],
    ['2024-02-29', 19782, 4],
    ['2026-11-05', 20762, 4],
    ['2026-11-08', 20765, 7],
  ])('%s is day %i since 1970 and weekday %i', (date, day, weekday) => {
    expect(dayOf(localDate(date))).toBe(day);
    expect(dateOf(day as LocalDay)).toBe(date);
    expect(isDay(date)).toBe(true);
    expect(weekdayOf(day as LocalDay)).toBe(weekday);
  });

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-1-5', '05.11.2026', '2026-11-05T00:00', ''])(
    'refuses %p, which is not a calendar date',
    (date) => {
      expect(() => localDate(date)).toThrow(RangeError);
      expect(() => dayOf(date as LocalDate)).toThrow(RangeError);
      expect(isDay(date)).toBe(false);
    },
  );

  it('writes a day the way a partner says it', () => {
    expect(formatDay(dayOf(localDate('2026-11-05')), dayOf(localDate('2026-11-30')))).toBe('Thu 5 Nov');
  });

  it.each([
    ['2026-01-01', '2026-12-31', 'Thu 1 Jan'],
    ['2026-12-31', '2026-01-01', 'Thu 31 Dec'],
    ['2027-01-01', '2026-12-31', 'Fri 1 Jan 2027'],
    ['2025-12-31', '2026-01-01', 'Wed 31 Dec 2025'],
  ])('%s as of %s is %s', (date, today, words) => {
    expect(formatDay(dayOf(localDate(date)), dayOf(localDate(today)))).toBe(words);
  });

  it('names the year of a day wherever today says nothing', () => {
    expect(formatLongDay(localDate('2027-01-04'))).toBe('Mon 4 Jan 2027');
  });

  it.each([
    [
      ['2026-11-16', '2026-11-18'],
      ['Mon 16', 'Wed 18 Nov'],
    ],
    [
      ['2026-11-30', '2026-12-02'],
      ['Mon 30 Nov', 'Wed 2 Dec'],
    ],
    [
      ['2027-01-04', '2027-01-06'],
      ['Mon 4', 'Wed 6 Jan 2027'],
    ],
    [
      ['2026-12-30', '2027-01-06'],
      ['Wed 30 Dec', 'Wed 6 Jan 2027'],
    ],
    [
      ['2026-01-05', '2027-01-05'],
      ['Mon 5 Jan', 'Tue 5 Jan 2027'],
    ],
  ])('%j are said as %j, the month once', (dates, words) => {
    const days = dates.map((date) => dayOf(localDate(date)));

    expect(formatDays(days, dayOf(localDate('2026-11-05')))).toEqual(words);
  });

  it.each([
    ['2026-11-04', 'closes'],
    ['2026-11-05', 'closed'],
    ['2026-11-06', 'closed'],
  ])('what is over as 5 November begins, on %s %s', (today, verb) => {
    const [day, now] = ['2026-11-05', today].map((date) => dayOf(localDate(date))) as [LocalDay, LocalDay];

    expect(tense(day, now, 'closes', 'closed')).toBe(verb);
  });
});
