import { localDate } from './local-date.js';
import {
  addWorkingDays,
  deadlineAfter,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  workingDaysSince,
  type Hold,
  type OfficeCalendar,
} from './working-calendar.js';

const MON_TO_FRI = [1, 2, 3, 4, 5];
const newYork: OfficeCalendar = {
  zone: 'America/New_York',
  workingDays: MON_TO_FRI,
  holidays: [{ date: localDate('2026-11-26'), name: 'Thanksgiving' }],
  version: 3,
};
const berlin: OfficeCalendar = { zone: 'Europe/Berlin', workingDays: MON_TO_FRI, holidays: [], version: 1 };
const riyadh: OfficeCalendar = { zone: 'Asia/Riyadh', workingDays: [7, 1, 2, 3, 4], holidays: [], version: 1 };

const hold = (from: string, to: string | null): Hold => ({ from: new Date(from), to: to ? new Date(to) : null });

describe('working days', () => {
  it('a Friday and Saturday weekend makes Sunday a working day', () => {
    expect(isWorkingDay(localDate('2026-11-08'), riyadh)).toBe(true);
    expect(isWorkingDay(localDate('2026-11-06'), riyadh)).toBe(false);
    expect(nextWorkingDay(localDate('2026-11-06'), riyadh)).toBe('2026-11-08');
  });

  it('a holiday is not a working day', () => {
    expect(isWorkingDay(localDate('2026-11-26'), newYork)).toBe(false);
    expect(nextWorkingDay(localDate('2026-11-26'), newYork)).toBe('2026-11-27');
    expect(addWorkingDays(localDate('2026-11-25'), 1, newYork)).toBe('2026-11-27');
    expect(workingDaysBetween(localDate('2026-11-25'), localDate('2026-11-30'), newYork)).toBe(2);
  });

  it('a Saturday counts as the Monday after it', () => {
    expect(addWorkingDays(localDate('2026-11-07'), 0, berlin)).toBe('2026-11-09');
    expect(addWorkingDays(localDate('2026-11-07'), 1, berlin)).toBe('2026-11-10');
    expect(workingDaysBetween(localDate('2026-11-07'), localDate('2026-11-10'), berlin)).toBe(1);
  });

  it('an office that never works has no next working day and no deadline', () => {
    const closed: OfficeCalendar = { ...berlin, workingDays: [] };

    expect(nextWorkingDay(localDate('2026-11-07'), closed)).toBeNull();
    expect(addWorkingDays(localDate('2026-11-07'), 3, closed)).toBeNull();
    expect(deadlineAfter(new Date('2026-11-05T09:00:00Z'), 1, closed, [])).toBeNull();
  });
});

describe('a deadline', () => {
  it.each<[string, string, number, OfficeCalendar, string]>([
    ['one day after a Friday is Monday at close', '2026-11-06T10:00:00Z', 1, berlin, '2026-11-09T17:00:00.000Z'],
    ['Friday evening after close is still Friday', '2026-11-06T22:30:00Z', 1, berlin, '2026-11-09T17:00:00.000Z'],
    ['Saturday counts as Monday', '2026-11-07T10:00:00Z', 1, berlin, '2026-11-10T17:00:00.000Z'],
    ['Sunday counts as Monday', '2026-11-08T22:59:00Z', 5, berlin, '2026-11-16T17:00:00.000Z'],
    ['the local date decides, not the UTC one', '2026-11-05T23:30:00Z', 1, berlin, '2026-11-09T17:00:00.000Z'],
    ['west of UTC it is still the day before', '2026-11-06T02:00:00Z', 1, newYork, '2026-11-06T23:00:00.000Z'],
    ['daylight saving ends in between', '2026-10-23T10:00:00Z', 5, berlin, '2026-10-30T17:00:00.000Z'],
    ['Sunday works in Riyadh', '2026-11-05T10:00:00Z', 1, riyadh, '2026-11-08T15:00:00.000Z'],
    ['Thanksgiving is skipped', '2026-11-19T15:00:00Z', 5, newYork, '2026-11-27T23:00:00.000Z'],
    ['nothing allowed is the day itself', '2026-11-06T10:00:00Z', 0, berlin, '2026-11-06T17:00:00.000Z'],
  ])('%s', (_, progress, n, calendar, expected) => {
    expect(deadlineAfter(new Date(progress), n, calendar, [])?.at.toISOString()).toBe(expected);
  });

  it('says what it was counted from', () => {
    const progressAt = new Date('2026-11-19T15:00:00Z');

    const deadline = deadlineAfter(progressAt, 5, newYork, [hold('2026-11-23T15:00:00Z', '2026-11-24T15:00:00Z')]);

    expect(deadline).toEqual({
      at: new Date('2026-11-30T23:00:00Z'),
      basis: {
        progressAt,
        localDate: '2026-11-19',
        zone: 'America/New_York',
        calendarVersion: 3,
        clientCalendarVersion: null,
        workingDays: 5,
        holidaysSkipped: [{ date: '2026-11-26', name: 'Thanksgiving', calendar: 'office' }],
        holdDaysRemoved: 1,
        countedDays: ['2026-11-20', '2026-11-24', '2026-11-25', '2026-11-27', '2026-11-30'],
      },
    });
  });

  it.each<[string, Hold, string | null]>([
    ['on one day costs nothing', hold('2026-11-03T08:00:00Z', '2026-11-03T15:00:00Z'), '2026-11-09T17:00:00.000Z'],
    ['over a night costs the day', hold('2026-11-03T15:00:00Z', '2026-11-04T08:00:00Z'), '2026-11-10T17:00:00.000Z'],
    ['over a weekend costs Friday', hold('2026-11-06T08:00:00Z', '2026-11-09T08:00:00Z'), '2026-11-10T17:00:00.000Z'],
    [
      'before the progress costs nothing',
      hold('2026-10-01T08:00:00Z', '2026-11-02T07:00:00Z'),
      '2026-11-09T17:00:00.000Z',
    ],
    ['after the deadline costs nothing', hold('2026-11-10T08:00:00Z', null), '2026-11-09T17:00:00.000Z'],
    ['without an end leaves no deadline', hold('2026-11-09T08:00:00Z', null), null],
  ])('a hold %s', (_, held, expected) => {
    const deadline = deadlineAfter(new Date('2026-11-02T10:00:00Z'), 5, berlin, [held]);

    expect(deadline?.at.toISOString() ?? null).toBe(expected);
  });

  it('a budget is used up day by day, not while on hold', () => {
    const since = new Date('2026-11-02T10:00:00Z');
    const held = [hold('2026-11-04T10:00:00Z', '2026-11-06T10:00:00Z')];

    expect(workingDaysSince(since, new Date('2026-11-02T16:00:00Z'), berlin, held)).toBe(0);
    expect(workingDaysSince(since, new Date('2026-11-05T16:00:00Z'), berlin, held)).toBe(1);
    expect(workingDaysSince(since, new Date('2026-11-09T16:00:00Z'), berlin, held)).toBe(3);
  });
});
