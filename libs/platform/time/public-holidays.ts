import { dateOf, dayOf, MS_PER_DAY } from './local-date.js';

export interface PublicHoliday {
  date: string;
  name: string;
}

/**
 * The public holidays of a country, and of one of its regions (ISO 3166-2) when given, as a start for an office
 * calendar. Empty for a country nobody recorded.
 */
export async function publicHolidays(
  country: string,
  years: readonly number[],
  region: string | null = null,
): Promise<PublicHoliday[]> {
  const { default: Holidays } = await import('date-holidays');
  const languages = { languages: 'en' };
  const state = region?.slice(country.length + 1);
  const calendar = state ? new Holidays(country, state, languages) : new Holidays(country, languages);
  const found = new Map<string, PublicHoliday>();
  for (const holiday of years.flatMap((year) => calendar.getHolidays(year) ?? [])) {
    if (holiday.type !== 'public') continue;
    const first = dayOf(holiday.date.slice(0, 10));
    const days = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / MS_PER_DAY));
    for (let day = first; day < first + days; day += 1)
      found.set(dateOf(day), { date: dateOf(day), name: holiday.name });
  }
  return [...found.values()];
}
