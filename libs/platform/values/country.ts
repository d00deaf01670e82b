const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Codes with a name that are no country. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
const countries = new Map<string, boolean>();

/** ISO 3166-1, two capitals; null: no country of today. */
export function countryOf(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return null;
  let is = countries.get(code);
  if (is === undefined) countries.set(code, (is = hasName(code)));
  return is ? code : null;
}

function hasName(code: string): boolean {
  const isCurrent = new Intl.Locale(`und-${code}`).region === code;
  return isCurrent && !NO_COUNTRY.has(code) && names.of(code) !== undefined;
}
