import { firmLetters } from './firm-mark.js';

it.each([
  ['Meridian Search (simulated)', 'MS'],
  ['Firm & Sons', 'FS'],
  ['Ödegård', 'Ö'],
  ['42 north', '4N'],
  ['<b>&', 'B'],
  ['&', ''],
])('%s is drawn as %s', (name, letters) => {
  expect(firmLetters(name)).toBe(letters);
});
