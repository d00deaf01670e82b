/** Where each is the money of the country, by ISO 3166-1. */
const COUNTRIES: Record<string, string> = {
  EUR: 'AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA XK YT',
  USD: 'AS BQ EC FM GU MH MP PR PW SV TC TL UM US VG VI',
  GBP: 'GB GG IM JE',
  CHF: 'CH LI',
  CAD: 'CA',
  SGD: 'SG',
  SEK: 'SE',
  DKK: 'DK FO GL',
  NOK: 'NO SJ',
  PLN: 'PL',
  JPY: 'JP',
  AUD: 'AU CC CX KI NF NR TV',
  AED: 'AE',
  BRL: 'BR',
  CNY: 'CN',
  CZK: 'CZ',
  HKD: 'HK',
  HUF: 'HU',
  ILS: 'IL PS',
  INR: 'IN',
  ISK: 'IS',
  KRW: 'KR',
  MXN: 'MX',
  NZD: 'NZ CK NU TK',
  QAR: 'QA',
  RON: 'RO',
  SAR: 'SA',
  TRY: 'TR',
  TWD: 'TW',
  ZAR: 'ZA',
};

export const CURRENCIES = Object.keys(COUNTRIES);

/** Null where we do not know. */
export const currencyIn = (country: string): string | null =>
  CURRENCIES.find((currency) => COUNTRIES[currency]?.split(' ').includes(country)) ?? null;
