import { changeCount, NOTHING, shownHolidays, toSave, withDay } from './draft';
import { weeksOf } from './months';

const SAVED = [
  { date: '2027-01-01', name: 'New Year' },
  { date: '2027-05-01', name: null },
];

describe('what was typed into a calendar', () => {
  it('adds, renames and takes out, and says which days are not saved', () => {
    const typed = [
      ['2026-12-24', 'Eve'],
      ['2027-01-01', "New Year's Day"],
      ['2027-05-01', null],
    ] as const;

    const draft = typed.reduce((made, [date, name]) => withDay(made, SAVED, date, name), NOTHING);

    expect(changeCount(draft)).toBe(3);
    expect(shownHolidays(SAVED, draft)).toEqual([
      { date: '2026-12-24', name: 'Eve', changed: true },
      { date: '2027-01-01', name: "New Year's Day", changed: true },
    ]);
  });

  it.each([
    ['a day put in and taken out again', '2026-12-24', 'Eve', null],
    ['a day taken out and put back', '2027-01-01', null, 'New Year'],
    ['a name changed and changed back', '2027-05-01', 'Labour Day', ''],
  ])('is nothing after %s', (_, date, first, second) => {
    expect(withDay(withDay(NOTHING, SAVED, date, first), SAVED, date, second)).toEqual(NOTHING);
  });

  it('outlives a newer version that somebody else saved', () => {
    const draft = withDay(NOTHING, SAVED, '2026-12-24', ' Eve ');
    const newer = [...SAVED, { date: '2027-12-31', name: null }];

    expect(toSave(newer, draft)).toEqual([
      { date: '2026-12-24', name: 'Eve' },
      { date: '2027-01-01', name: 'New Year' },
      { date: '2027-05-01', name: null },
      { date: '2027-12-31', name: null },
    ]);
  });
});

describe('the weeks of a month', () => {
  it.each([
    [2027, 1, 4, 28], // begins on a Monday and fills four weeks
    [2028, 1, 5, 29],
    [2026, 7, 6, 31], // begins on a Saturday
  ])('of %i, month %i, begin on Monday', (year, month, weeks, days) => {
    const made = weeksOf(year, month);

    expect(made).toHaveLength(weeks);
    expect(made.every((week) => week.length === 7)).toBe(true);
    expect(made.flat().filter(Boolean)).toHaveLength(days);
  });
});
