import { dateOf, dayOf, MS_PER_DAY } from './local-date.js';

export interface PublicHoliday {
  date: string;
  name: string;
}

/** A country's national public holidays, as a start for an office calendar. Empty for a country nobody recorded. */
export async function publicHolidays(country: string, years: readonly number[]): Promise<PublicHoliday[]> {
  const { default: Holidays } = await import('date-holidays');
  const calendar = new Holidays(country, { languages: 'en' });
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
