import { dateOf, dayOf, localDate, type LocalDate, plusDays } from '@app/platform/time/local-date.js';
import { calendarRefusal, changesBetween, inOrder } from './calendars.rules.js';
import type { CalendarState } from './calendars.types.js';

const BERLIN: CalendarState = {
  region: null,
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [],
};
const weekly = (from: string, count: number) =>
  Array.from({ length: count }, (_, week) => ({
    date: dateOf(plusDays(dayOf(localDate(from)), week * 7)),
    name: null,
  }));

describe('a calendar', () => {
  it.each<[string, Partial<CalendarState>, string | null]>([
    ['of an ordinary week', {}, null],
    ['with a weekend on Friday and Saturday', { workingDays: [7, 1, 2, 3, 4] }, null],
    ['with one working day', { workingDays: [3] }, null],
    ['with every day worked', { workingDays: [1, 2, 3, 4, 5, 6, 7] }, null],
    ['in a zone nobody has', { timeZone: 'Mars/Olympus' }, 'unknown_time_zone'],
    ['in an offset', { timeZone: '+01:00' }, 'unknown_time_zone'],
    ['in no zone', { timeZone: '' }, 'unknown_time_zone'],
    ['without working days', { workingDays: [] }, 'no_working_day'],
    ['with an eighth day', { workingDays: [1, 8] }, 'no_working_day'],
    ['with half a day', { workingDays: [1.5] }, 'no_working_day'],
    ['with a leap day that is none', { holidays: [{ date: '2027-02-29' as LocalDate, name: null }] }, 'unknown_day'],
    ['with a leap day', { holidays: [{ date: localDate('2028-02-29'), name: null }] }, null],
    ['with a day in words', { holidays: [{ date: 'Christmas' as LocalDate, name: null }] }, 'unknown_day'],
    ['with a day twice', { holidays: [...weekly('2027-01-04', 1), ...weekly('2027-01-04', 1)] }, 'holiday_twice'],
    ['with one Monday left in the year', { workingDays: [1], holidays: weekly('2027-01-11', 51) }, null],
    ['with every Monday off', { workingDays: [1], holidays: weekly('2027-01-04', 52) }, 'no_working_day'],
  ])('%s', (_, changes, code) => {
    expect(calendarRefusal({ ...BERLIN, ...changes })?.code ?? null).toBe(code);
  });
});

describe('what differs between two calendars', () => {
  const holiday = (date: string, name: string | null) => ({ date: localDate(date), name });

  it.each<[string, Partial<CalendarState>, Partial<CalendarState>, string[]]>([
    ['nothing', {}, {}, []],
    ['the region', {}, { region: 'DE-BY' }, ['Region Bayern instead of none']],
    ['the zone', {}, { timeZone: 'Europe/Paris' }, ['Time zone Europe/Paris instead of Europe/Berlin']],
    [
      'the week, over Sunday',
      {},
      { workingDays: [1, 2, 3, 4, 7] },
      ['Works Sunday to Thursday instead of Monday to Friday'],
    ],
    [
      'a week with a gap',
      {},
      { workingDays: [1, 2, 4] },
      ['Works Monday, Tuesday, Thursday instead of Monday to Friday'],
    ],
    ['every day', {}, { workingDays: [1, 2, 3, 4, 5, 6, 7] }, ['Works every day instead of Monday to Friday']],
    ['a day more', {}, { holidays: [holiday('2026-12-24', null)] }, ['Added Thu 24 Dec 2026']],
    [
      'a day less, and one with another name',
      { holidays: [holiday('2026-12-24', 'Eve'), holiday('2027-01-01', null)] },
      { holidays: [holiday('2027-01-01', 'New Year')] },
      ['Removed Thu 24 Dec 2026, Eve', 'Fri 1 Jan 2027 is now called New Year'],
    ],
  ])('is %s', (_, before, after, changes) => {
    expect(changesBetween({ ...BERLIN, ...before }, { ...BERLIN, ...after })).toEqual(changes);
  });

  it('is said so far as anybody reads it, and how much there is besides', () => {
    const holidays = weekly('2027-01-04', 40);

    expect(changesBetween(BERLIN, { ...BERLIN, holidays }, 3)).toEqual([
      'Added Mon 4 Jan 2027',
      'Added Mon 11 Jan 2027',
      'Added Mon 18 Jan 2027',
      'and 37 more',
    ]);
    expect(changesBetween(BERLIN, { ...BERLIN, holidays }, 40)).toHaveLength(40);
  });

  it('is not the order in which things were typed in', () => {
    const typed = {
      ...BERLIN,
      workingDays: [5, 1, 2, 2, 3, 4],
      holidays: [holiday('2027-01-01', 'b'), holiday('2026-12-24', 'a')],
    };

    expect(inOrder(typed)).toEqual({
      ...BERLIN,
      holidays: [holiday('2026-12-24', 'a'), holiday('2027-01-01', 'b')],
    });
  });
});
