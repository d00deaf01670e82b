import { countryOf } from '../values/country.js';
import { HOLIDAY_CORRECTIONS } from './holiday-corrections.js';
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

describe('what the package has wrong', () => {
  const offIn = async (region: string, year: number): Promise<string[]> =>
    (await publicHolidays(region.slice(0, 2), [year], region.length > 2 ? region : null)).map(({ date }) => date);

  it.each([
    ['AE', '2026-05-26', true],
    ['AE', '2026-12-03', true],
    ['AE', '2026-01-16', false],
    ['AE', '2026-02-18', false],
    ['CA-BC', '2026-09-30', true],
    ['CA-BC', '2022-09-30', false],
    ['CA-MB', '2026-09-30', true],
    ['CA-ON', '2026-04-06', false],
    ['CA-ON', '2026-09-30', false],
    ['CH', '2026-04-03', false],
    ['CH', '2026-12-26', false],
    ['CH', '2026-05-14', true],
    ['CH-ZH', '2026-04-03', true],
    ['CH-TI', '2026-04-03', false],
    ['CN', '2026-02-16', true],
    ['CN', '2026-02-19', true],
    ['CN', '2026-05-02', true],
    ['CN', '2024-05-02', false],
    ['CY', '2026-02-23', true],
    ['CY', '2026-02-24', false],
    ['CY', '2026-06-01', true],
    ['GB-SCT', '2026-06-15', true],
    ['GB', '2026-06-15', false],
    ['KR', '2026-02-16', true],
    ['KR', '2026-02-18', true],
    ['KR', '2026-02-19', false],
    ['KR', '2026-05-01', true],
    ['SG', '2027-03-09', false],
    ['SG', '2027-03-10', true],
    ['SG', '2027-05-17', true],
    ['SG', '2027-05-20', true],
    ['US-MA', '2026-03-17', false],
    ['US-MA', '2026-06-17', false],
    ['US-MA', '2026-04-20', true],
    ['US-NY', '2028-02-15', false],
    ['US-NY', '2026-11-03', true],
  ])('is put right: in %s, %s is a day off: %s', async (region, date, isOff) => {
    expect((await offIn(region, Number(date.slice(0, 4)))).includes(date)).toBe(isOff);
  });

  const rules = HOLIDAY_CORRECTIONS.flatMap(({ where, remove = [], add = {}, not = [] }) => [
    ...remove.map((rule): [string, string, boolean] => [where, rule, true]),
    ...[...Object.keys(add), ...not].map((rule): [string, string, boolean] => [where, rule, false]),
  ]);
  it.each(rules)('is still wrong there, or the correction goes: %s, %s', async (where, rule, isRemoved) => {
    const { default: Holidays } = await import('date-holidays');
    const [country = '', state] = where.split('-');
    const calendar = state ? new Holidays(country, state) : new Holidays(country);
    const off = () =>
      calendar
        .getHolidays(rule.startsWith('2027') ? 2027 : 2026)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date);
    const before = off();
    if (/^\d{4}-/.test(rule)) {
      const { not = [] } = HOLIDAY_CORRECTIONS.find((one) => one.where === where) ?? {};
      expect(before.some((date) => date.startsWith(rule))).toBe(not.includes(rule));
      return;
    }
    calendar.setHoliday(rule, { name: { en: 'a day off' }, type: isRemoved ? 'observance' : 'public' });

    expect(off()).not.toEqual(before);
  });

  it.each(HOLIDAY_CORRECTIONS)('is said by a law or an authority: $where', ({ why, source }) => {
    expect(why.length).toBeGreaterThan(10);
    expect(source).toMatch(/https:|Act|Law|Decree|Code/);
  });
});
