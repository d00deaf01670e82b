import { localDate } from '@app/platform/time/local-date.js';
import { checkInPlan, decideCheckInDone, decideCheckInUndone } from './check-ins.rules.js';

const DONE = new Date('2026-11-20T10:00:00Z');

describe('check-ins after a first day', () => {
  it.each<[string, string, string[], [number, string][]]>([
    [
      'are three for most',
      '2027-01-04',
      ['phd'],
      [
        [30, '2027-02-03'],
        [60, '2027-03-05'],
        [90, '2027-04-04'],
      ],
    ],
    [
      'are five for hyperscaler alumni, across a leap day',
      '2027-12-01',
      ['phd', 'hyperscaler_alumni'],
      [
        [30, '2027-12-31'],
        [60, '2028-01-30'],
        [90, '2028-02-29'],
        [180, '2028-05-29'],
        [365, '2028-11-30'],
      ],
    ],
  ])('%s', (_, startDate, signals, expected) => {
    expect(checkInPlan(localDate(startDate), signals).map(({ day, dueOn }) => [day, dueOn])).toEqual(expected);
  });

  it('are done once', () => {
    expect([decideCheckInDone(null), decideCheckInUndone(DONE)]).toEqual([null, null]);
    expect([decideCheckInDone(DONE)?.code, decideCheckInUndone(null)?.code]).toEqual([
      'check_in_done',
      'check_in_not_done',
    ]);
  });
});
