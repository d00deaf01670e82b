import { dateOf, dayOf, MS_PER_DAY } from './local-date.js';

export interface PublicHoliday {
  date: string;
  name: string;
}

/** A day that a clock change makes an hour shorter is a whole one. */
const NEARLY_MS = 2 * 3_600_000;

/**
 * Where `date-holidays` knows too little of a country as a whole: the part whose list is proposed when no region is
 * given, because it is that of most offices. Great Britain has no list of its own, and without one the summer bank
 * holiday is missing: https://www.gov.uk/bank-holidays
 */
const MOST_OFFICES_IN: Readonly<Record<string, string>> = { GB: 'ENG' };

/** Whether the list is that of a part of the country, which whoever is elsewhere has to correct. */
export const assumedRegion = (country: string): string | null =>
  MOST_OFFICES_IN[country] ? `${country}-${MOST_OFFICES_IN[country]}` : null;

/**
 * The public holidays of a country, and of one of its regions (ISO 3166-2) when given, as a start for an office
 * calendar. Whole days only: an evening and half a day are working days. Empty for a country nobody recorded.
 */
export async function publicHolidays(
  country: string,
  years: readonly number[],
  region: string | null = null,
): Promise<PublicHoliday[]> {
  const { default: Holidays } = await import('date-holidays');
  const languages = { languages: 'en' };
  const state = region?.slice(country.length + 1) ?? MOST_OFFICES_IN[country];
  const calendar = state ? new Holidays(country, state, languages) : new Holidays(country, languages);
  const found = new Map<string, PublicHoliday>();
  for (const holiday of years.flatMap((year) => calendar.getHolidays(year) ?? [])) {
    if (holiday.type !== 'public') continue;
    const { first, count } = wholeDays(holiday);
    for (let day = first; day < first + count; day += 1)
      found.set(dateOf(day), { date: dateOf(day), name: holiday.name });
  }
  return [...found.values()];
}

/** `date` is on the clocks of the country: what begins later than midnight has its first whole day on the next. */
function wholeDays({ date, start, end }: { date: string; start: Date; end: Date }): { first: number; count: number } {
  const [hours = 0, minutes = 0] = (/ (\d{2}):(\d{2})/.exec(date) ?? []).slice(1).map(Number);
  const late = (hours * 60 + minutes) * 60_000;
  const lost = late > 0 ? MS_PER_DAY - late : 0;
  const whole = Math.floor((end.getTime() - start.getTime() - lost + NEARLY_MS) / MS_PER_DAY);
  return { first: dayOf(date.slice(0, 10)) + (late > 0 ? 1 : 0), count: Math.max(0, whole) };
}
