import type Holidays from 'date-holidays';
import { HOLIDAY_CORRECTIONS } from './holiday-corrections.js';
import { dateOf, dayOf, localDate, type LocalDate, type LocalDay, MS_PER_DAY, plusDays } from '../time/local-date.js';
import { regionAround, regionName } from '../values/region.js';

export interface PublicHoliday {
  date: LocalDate;
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

/** How `date-holidays` writes a region that has another code in ISO 3166-2, or that has holidays of another one. */
const RECORDED_AS: Readonly<Record<string, string>> = {
  'FR-6AE': '67',
  'FR-971': 'GP',
  'FR-972': 'MQ',
  'FR-973': 'GF',
  'FR-974': 'RE',
  'FR-976': 'YT',
  'GB-EAW': 'ENG',
  'IN-CG': 'CT',
  'IN-OD': 'OR',
  'IN-TS': 'TG',
  'IN-UK': 'UT',
  // what is recorded of the region is true of South Tyrol alone
  'IT-32': '',
  'IT-BZ': '32',
};

/** A part of a country with holidays of its own, by its code in ISO 3166-2. */
export interface HolidayRegion {
  code: string;
  name: string;
}

/** The regions to choose from, and the one whose holidays are proposed until somebody does. */
export interface HolidayRegions {
  items: HolidayRegion[];
  assumed: HolidayRegion | null;
}

/** Where the public holidays of a region may differ from those of the country. */
const REGIONAL = new Set('AD AU BA BO BQ BR CA CH CL DE ES FR GB IN IT MD MY NZ RU SH SO SV US VE'.split(' '));

/** None where the whole country has the same holidays. */
export async function holidayRegions(country: string): Promise<HolidayRegions> {
  if (!REGIONAL.has(country)) return { items: [], assumed: null };
  const recorded = Object.keys(await statesOf(country));
  const known = recorded.flatMap((state) => codeOf(country, state) ?? []).map(named);
  const assumed = MOST_OFFICES_IN[country];
  return {
    items: known.sort((a, b) => a.name.localeCompare(b.name, 'en')),
    assumed: assumed ? named(`${country}-${assumed}`) : null,
  };
}

/** What ISO 3166-2 calls a region that `date-holidays` knows. */
function codeOf(country: string, state: string): string | undefined {
  const own = `${country}-${state}`;
  if (regionName(own) !== own && RECORDED_AS[own] === undefined) return own;
  return Object.keys(RECORDED_AS).find((code) => code.startsWith(`${country}-`) && RECORDED_AS[code] === state);
}

const named = (code: string): HolidayRegion => ({ code, name: regionName(code) });

/**
 * The public holidays of a country, and of one of its regions (ISO 3166-2) when given, as a start for an office
 * calendar, with what is known to be wrong put right. Whole days only: an evening and half a day are working days. Empty for a country nobody recorded.
 */
export async function publicHolidays(
  country: string,
  years: readonly number[],
  region: string | null = null,
): Promise<PublicHoliday[]> {
  const { default: Holidays } = await import('date-holidays');
  const languages = { languages: 'en' };
  const state = recordedOf(await statesOf(country), region) ?? MOST_OFFICES_IN[country];
  const calendar = state ? new Holidays(country, state, languages) : new Holidays(country, languages);
  const wrong = correct(calendar, state ? `${country}-${state}` : country);
  const found = new Map<string, PublicHoliday>();
  for (const holiday of years.flatMap((year) => calendar.getHolidays(year) ?? [])) {
    if (holiday.type !== 'public' || wrong.has(dateIn(holiday))) continue;
    const { first, count } = wholeDays(holiday);
    for (let days = 0; days < count; days += 1) {
      const date = dateOf(plusDays(first, days));
      found.set(date, { date, name: holiday.name });
    }
  }
  return [...found.values()];
}

/** Tells the calendar what it has wrong; answers the days that are none of its. */
function correct(calendar: Holidays, where: string): Set<string> {
  const corrections = HOLIDAY_CORRECTIONS.filter((correction) => correction.where === where);
  for (const { remove = [], add = {} } of corrections) {
    for (const rule of remove) calendar.setHoliday(rule, { name: { en: rule }, type: 'observance' });
    for (const [rule, en] of Object.entries(add)) calendar.setHoliday(rule, { name: { en }, type: 'public' });
  }
  return new Set(corrections.flatMap(({ not = [] }) => not));
}

const statesOf = async (country: string): Promise<Record<string, string>> =>
  new (await import('date-holidays')).default().getStates(country, 'en') ?? {};

/** The region, or the smallest around it of which something is recorded. */
function recordedOf(states: Record<string, string>, region: string | null): string | undefined {
  for (let code = region; code; code = regionAround(code)) {
    const state = RECORDED_AS[code] ?? code.slice(3);
    if (state in states) return state;
  }
  return undefined;
}

/** The date of `2026-03-20 13:00:00`, which is on the clocks of the country. */
const dateIn = ({ date }: { date: string }): LocalDate => localDate(date.split(' ')[0] ?? '');

/** `date` is on the clocks of the country: what begins later than midnight has its first whole day on the next. */
function wholeDays({ date, start, end }: { date: string; start: Date; end: Date }): { first: LocalDay; count: number } {
  const [hours = 0, minutes = 0] = (/ (\d{2}):(\d{2})/.exec(date) ?? []).slice(1).map(Number);
  const late = (hours * 60 + minutes) * 60_000;
  const lost = late > 0 ? MS_PER_DAY - late : 0;
  const whole = Math.floor((end.getTime() - start.getTime() - lost + NEARLY_MS) / MS_PER_DAY);
  return { first: plusDays(dayOf(dateIn({ date })), late > 0 ? 1 : 0), count: Math.max(0, whole) };
}
