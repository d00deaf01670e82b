import { weeksOf, type WhyDay } from './month';

const DAY = 86_400_000;

function days(from: string, count: number): WhyDay[] {
  return Array.from({ length: count }, (_, i) => ({
    date: new Date(Date.parse(`${from}T00:00:00Z`) + i * DAY).toISOString().slice(0, 10),
    kind: 'counts' as const,
    name: null,
    keptBy: null,
    number: i,
  }));
}

describe('the month of a flag', () => {
  it('has whole weeks from Monday to Sunday around its days', () => {
    const weeks = weeksOf({ days: days('2026-11-12', 6), deadline: '2026-11-17' });

    expect(weeks.map((week) => ('cells' in week ? week.cells.map(({ date }) => date.slice(8)) : week))).toEqual([
      ['09', '10', '11', '12', '13', '14', '15'],
      ['16', '17', '18', '19', '20', '21', '22'],
    ]);
    expect(weeks[0] && 'cells' in weeks[0] && weeks[0].cells.map(({ day }) => day?.number ?? null)).toEqual([
      null,
      null,
      null,
      0,
      1,
      2,
      3,
    ]);
  });

  it('leaves out the middle of a long wait after the deadline', () => {
    const weeks = weeksOf({ days: days('2026-08-03', 100), deadline: '2026-08-10' });

    expect(weeks.map((week) => ('cells' in week ? week.cells[0]?.date : week.leftOut))).toEqual([
      '2026-08-03',
      '2026-08-10',
      '2026-08-17',
      11,
      '2026-11-09',
    ]);
  });
});
