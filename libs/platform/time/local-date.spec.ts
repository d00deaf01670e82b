import { dateOf, dayOf, formatDay, isDay, localDate, type LocalDate, type LocalDay, weekdayOf } from './local-date.js';

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
    expect(formatDay(dayOf(localDate('2026-11-05')))).toBe('Thu 5 Nov');
    expect(formatDay(dayOf(localDate('2026-11-16')), 'without-month')).toBe('Mon 16');
  });
});
