import { publicHolidays } from './public-holidays.js';

describe('public holidays', () => {
  it('are those of the whole country', async () => {
    const germany = await publicHolidays('DE', [2026]);

    expect(germany.map(({ date }) => date)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('count every day of those that last longer', async () => {
    const china = await publicHolidays('CN', [2027]);

    const october = china.map(({ date }) => date).filter((date) => date.startsWith('2027-10'));
    expect(october).toEqual(['2027-10-01', '2027-10-02', '2027-10-03']);
  });

  it('are none where nobody recorded them', async () => {
    expect(await publicHolidays('AQ', [2026])).toEqual([]);
  });

  it.each<[string, string | null, number, string, string[]]>([
    ['TR', null, 2026, '2026-03', ['2026-03-20', '2026-03-21', '2026-03-22']],
    ['TR', null, 2027, '2027-03', ['2027-03-09', '2027-03-10', '2027-03-11']],
    ['GB', null, 2026, '2026-08', ['2026-08-31']],
    ['GB', 'GB-SCT', 2026, '2026-08', ['2026-08-03']],
    ['IS', null, 2026, '2026-12', ['2026-12-25', '2026-12-26']],
    ['CN', null, 2026, '2026-03', []],
    ['FO', null, 2026, '2026-06', []],
  ])(
    'are days off as the law has them, no evenings and no half days: %s %s %i',
    async (country, region, year, month, days) => {
      const found = await publicHolidays(country, [year], region);

      expect(found.map(({ date }) => date).filter((date) => date.startsWith(month))).toEqual(days);
    },
  );

  it.each([
    [2025, '2025-08-25'],
    [2026, '2026-08-31'],
    [2027, '2027-08-30'],
    [2028, '2028-08-28'],
    [2030, '2030-08-26'],
  ])('have the summer bank holiday of %i in England', async (year, date) => {
    expect((await publicHolidays('GB', [year])).map((day) => day.date)).toContain(date);
  });

  it('lose no day to a change of clocks', async () => {
    const israel = await publicHolidays('IL', [2026]);
    const chile = await publicHolidays('CL', [2026]);

    expect(israel.length).toBeGreaterThan(5);
    expect(chile.map(({ date }) => date)).toContain('2026-09-18');
  });
});
