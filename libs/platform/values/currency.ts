import { Wrong } from './wrong.js';

const CODES = new Set(Intl.supportedValuesOf('currency'));

/** ISO 4217, three capitals; also one given up in the last years, in which older offers were made. */
export function currencyOf(text: string): string | Wrong {
  const code = text.trim().toUpperCase();
  return CODES.has(code) ? code : new Wrong('must be a currency code of three letters, such as EUR');
}
