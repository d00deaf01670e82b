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
});
