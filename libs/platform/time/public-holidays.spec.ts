import { countryOf } from '../values/country.js';
import { holidayRegions, publicHolidays } from './public-holidays.js';

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

describe('regions with holidays of their own', () => {
  it.each([
    ['DE', 16, { code: 'DE-BY', name: 'Bayern' }, null],
    ['CH', 26, { code: 'CH-ZH', name: 'Zürich' }, null],
    ['US', 51, { code: 'US-CA', name: 'California' }, null],
    ['FR', 10, { code: 'FR-57', name: 'Moselle' }, null],
    ['FR', 10, { code: 'FR-974', name: 'La Réunion' }, null],
    ['IN', 33, { code: 'IN-MH', name: 'Mahārāshtra' }, null],
    ['GB', 4, { code: 'GB-SCT', name: 'Scotland' }, { code: 'GB-ENG', name: 'England' }],
    ['IT', 6, { code: 'IT-BZ', name: 'Bolzano, Bozen' }, null],
  ])('of %s are to choose from: %i', async (country, count, one, assumed) => {
    const regions = await holidayRegions(country);

    expect(regions.items).toHaveLength(count);
    expect(regions.items).toContainEqual(one);
    expect(regions.assumed).toEqual(assumed);
  });

  it('are asked for in every country where they are recorded, and in no other', async () => {
    const { default: Holidays } = await import('date-holidays');
    const recorded = new Holidays();
    for (const country of Object.keys(recorded.getCountries()).filter((code) => countryOf(code) && code !== 'IC')) {
      const datesOf = async (region: string | null) =>
        (await publicHolidays(country, [2026], region)).map(({ date }) => date).join();
      const { items } = await holidayRegions(country);
      const whole = await datesOf(null);
      const states = Object.keys(recorded.getStates(country) ?? {}).map((state) => `${country}-${state}`);
      let differ = false;
      for (const region of [...states, ...items.map(({ code }) => code)]) {
        differ ||= (await datesOf(region)) !== whole;
        if (differ) break;
      }
      expect([country, items.length > 0]).toEqual([country, differ]);
    }
  });

  it.each([
    ['DE-BY', '2026-06-04', true],
    ['DE-BE', '2026-03-08', true],
    ['DE-BE', '2026-06-04', false],
    ['GB-SCT', '2026-11-30', true],
    ['GB-LND', '2026-08-31', true],
    ['FR-57', '2026-04-03', true],
    ['FR-6AE', '2026-04-03', true],
    ['FR-75C', '2026-04-03', false],
    ['FR-974', '2026-12-20', true],
    ['ES-B', '2026-09-11', true],
    ['ES-CT', '2026-09-11', true],
    ['IT-BZ', '2026-05-25', true],
    ['IT-TN', '2026-05-25', false],
  ])('decide what is proposed: %s, %s %s', async (region, date, isProposed) => {
    const found = await publicHolidays(region.slice(0, 2), [2026], region);

    expect(found.some((day) => day.date === date)).toBe(isProposed);
  });
});
