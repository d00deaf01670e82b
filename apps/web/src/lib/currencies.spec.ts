import { CURRENCIES, currencyIn } from './currencies';

it.each([
  ['GB', 'GBP'],
  ['DE', 'EUR'],
  ['CH', 'CHF'],
  ['LI', 'CHF'],
  ['US', 'USD'],
  ['GL', 'DKK'],
  ['AQ', null],
])('the money of %s is %s', (country, currency) => {
  expect(currencyIn(country)).toBe(currency);
});

it('knows only currencies that there are', () => {
  const known = Intl.supportedValuesOf('currency');

  expect(CURRENCIES.filter((currency) => !known.includes(currency))).toEqual([]);
});
