import { localDate } from './local-date.js';
import { follows, liesBefore } from './fact-order.js';

const at = (moment: string) => new Date(moment);
const OPENED = at('2026-03-02T09:00:00+01:00');

describe('a fact that follows another', () => {
  it.each([
    ['later', '2026-03-02T10:00:00+01:00', '2026-03-02T10:00:00+01:00'],
    ['at that moment', '2026-03-02T09:00:00+01:00', '2026-03-02T09:00:00+01:00'],
    ['on that day, without a time', '2026-03-02T00:00:00+01:00', '2026-03-02T09:00:00+01:00'],
    ['earlier on that day', '2026-03-02T08:59:59+01:00', null],
    ['the day before', '2026-03-01T00:00:00+01:00', null],
    ['midnight of another zone', '2026-03-02T00:00:00Z', null],
  ])('%s', (_, given, expected) => {
    expect(follows(at(given), OPENED, 'Europe/Berlin')).toEqual(expected && at(expected));
  });

  it('goes by the day of the office where midnight does not exist', () => {
    const opened = at('2026-09-06T10:00:00-03:00');

    expect(follows(at('2026-09-06T04:00:00Z'), opened, 'America/Santiago')).toEqual(opened);
  });

  it.each([
    ['2026-03-01', true],
    ['2026-03-02', false],
    ['2026-03-03', false],
  ])('the date %s lies before it: %s', (date, before) => {
    expect(liesBefore(localDate(date), OPENED, 'Europe/Berlin')).toBe(before);
  });
});
