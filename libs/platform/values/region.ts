import { iso31662 } from 'iso-3166';

const regions = new Map(iso31662.map((region) => [region.code, region]));

/** What ISO 3166-2 has renamed since others wrote it down. */
const RENAMED: Readonly<Record<string, string>> = {
  'FR-75': 'FR-75C',
  'FR-GF': 'FR-973',
  'FR-GP': 'FR-971',
  'FR-MQ': 'FR-972',
  'FR-RE': 'FR-974',
  'FR-YT': 'FR-976',
  'IN-CT': 'IN-CG',
  'IN-OR': 'IN-OD',
  'IN-TG': 'IN-TS',
  'IN-UT': 'IN-UK',
};

/** The code of ISO 3166-2 for a region of this country, as it is kept; null: it has no such region. */
export function regionOf(country: string, text: string): string | null {
  const written = text.trim().toUpperCase();
  const code = RENAMED[written] ?? written;
  return regions.has(code) && code.startsWith(`${country}-`) ? code : null;
}

/** What is said to whoever named one that it does not have. */
export function unknownRegion(country: string, text: string): string {
  const example = iso31662.find((region) => region.parent === country)?.code;
  const hint = example ? `; use a code of ISO 3166-2, such as ${example}` : ', which has none';
  return `"${text}" is not a region of ${country}${hint}.`;
}

/** "Bayern"; the code where ISO 3166-2 does not have it. */
export const regionName = (code: string): string => regions.get(code)?.name ?? code;

/** The region that this one is part of. */
export function regionAround(code: string): string | null {
  const parent = regions.get(code)?.parent ?? '';
  return parent.includes('-') ? parent : null;
}
