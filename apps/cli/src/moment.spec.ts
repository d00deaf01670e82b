import { momentOf } from './moment.js';

describe('a moment on the command line', () => {
  it.each([
    ['2026-03-31', '2026-03-31T00:00:00.000Z'],
    ['2026-03-31T14:30Z', '2026-03-31T14:30:00.000Z'],
    ['2026-03-31T14:30:15+02:00', '2026-03-31T12:30:15.000Z'],
    ['2026-03-31T23:30:00.5-05:00', '2026-04-01T04:30:00.500Z'],
    ['2028-02-29t00:00:00z', '2028-02-29T00:00:00.000Z'],
  ])('%s', (text, moment) => {
    expect(momentOf(text).toISOString()).toBe(moment);
  });

  it.each([
    ['a word', 'tuesday'],
    ['nothing', ''],
    ['no offset', '2026-03-31T14:30:00'],
    ['a day that does not exist', '2026-02-30'],
    ['an hour that does not exist', '2026-03-31T25:00:00Z'],
    ['the German way', '31.03.2026'],
    ['a number', '1763683200'],
  ])('refuses %s', (_, text) => {
    expect(() => momentOf(text)).toThrow('neither a moment');
  });
});
