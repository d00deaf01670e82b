import { localDate, type LocalDate } from '@app/platform/time/local-date.js';
import { absenceRefusal, deputyAway, effectOf, stateOf } from './absences.rules.js';

const TODAY = localDate('2026-11-21');
const away = (firstDay: string, lastDay: string, userId = 'ann', deputyUserId = 'ben') => ({
  userId,
  deputyUserId,
  firstDay: firstDay as LocalDate,
  lastDay: lastDay as LocalDate,
});
const NAMES: Record<string, string> = { ann: 'Ann', ben: 'Ben', cy: 'Cy' };
const nameOf = (id: string): string => NAMES[id] ?? '';

describe('an absence', () => {
  it.each<[string, ReturnType<typeof away>, string | null]>([
    ['of some days', away('2026-11-23', '2026-12-04'), null],
    ['of one day, today', away(TODAY, TODAY), null],
    ['that began before today', away('2026-11-01', TODAY), null],
    ['of a year', away('2027-02-01', '2028-02-01'), null],
    ['of a year and a day', away('2027-02-01', '2028-02-02'), 'absence_refused'],
    ['that ended yesterday', away('2026-11-01', '2026-11-20'), 'absence_refused'],
    ['that ends before it begins', away('2026-12-02', '2026-12-01'), 'absence_refused'],
    ['on a day that does not exist', away('2026-11-31', '2026-12-01'), 'absence_refused'],
    ['with oneself as deputy', away('2026-12-01', '2026-12-02', 'ann', 'ann'), 'absence_refused'],
    ['that ends as another begins', away('2027-01-01', '2027-01-04'), 'absence_overlaps'],
    ['that begins as another ends', away('2027-01-10', '2027-01-14'), 'absence_overlaps'],
    ['around another', away('2027-01-01', '2027-01-31'), 'absence_overlaps'],
    ['up to the day before another', away('2027-01-01', '2027-01-03'), null],
  ])('%s', (_, absence, code) => {
    expect(absenceRefusal(absence, [away('2027-01-04', '2027-01-10')], TODAY)?.code ?? null).toBe(code);
  });

  it.each([
    ['2026-11-23', '2026-12-04', 'coming', 'Flags and reminders for Ann go to Ben from Mon 23 Nov until Fri 4 Dec.'],
    ['2026-11-16', '2026-11-21', 'now', 'Flags and reminders for Ann go to Ben until Sat 21 Nov.'],
    ['2026-11-02', '2026-11-06', 'over', 'Went to Ben from Mon 2 Nov to Fri 6 Nov 2026.'],
  ])('from %s to %s is %s and says what it does', (firstDay, lastDay, state, effect) => {
    const absence = away(firstDay, lastDay);

    expect([stateOf(absence, TODAY), effectOf(absence, 'Ann', 'Ben', TODAY)]).toEqual([state, effect]);
  });

  it.each([
    ['is there', [away('2027-01-11', '2027-01-12', 'ben', 'cy')], null],
    [
      'is away in the middle',
      [away('2027-01-05', '2027-01-20', 'ben', 'cy')],
      'Ben is also away from Tue 5 Jan to Sun 10 Jan 2027; Cy is covering then.',
    ],
    [
      'is away and names the absentee',
      [away('2027-01-04', '2027-01-04', 'ben', 'ann')],
      'Ben is also away on Mon 4 Jan 2027 and has named Ann as deputy, so nobody is covering then.',
    ],
  ])('whose deputy %s', (_, all, warning) => {
    expect(deputyAway(away('2027-01-04', '2027-01-10'), all, nameOf)).toBe(warning);
  });
});
