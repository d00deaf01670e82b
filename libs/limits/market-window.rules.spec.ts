import { localDayOf, startOfLocalDay } from '@app/platform/time/zone.js';
import { plusDays } from '@app/platform/time/local-date.js';
import { closesSoon, marketWindow } from './market-window.rules.js';

const ZONE = 'Europe/Berlin';
const OPENED = new Date('2026-10-19T15:00:00Z');
const LIMITS = { windowWatchDay: 21, windowCloseDay: 28 };
const running = { openedAt: OPENED, offerExtendedAt: null, endedAt: null };

describe('the market window of a candidate', () => {
  it.each([
    ['on the day it opens', '2026-10-19T21:00:00Z', 0, 'open'],
    ['on its last quiet day', '2026-11-08T22:59:00Z', 20, 'open'],
    ['from day 21 on', '2026-11-08T23:00:00Z', 21, 'closing'],
    ['on its last day', '2026-11-15T22:59:00Z', 27, 'closing'],
    ['from day 28 on', '2026-11-15T23:00:00Z', 28, 'closed'],
  ])('%s', (_, now, day, state) => {
    expect(marketWindow(running, LIMITS, ZONE, new Date(now))).toEqual({
      openedAt: OPENED,
      day,
      days: 28,
      closesAt: new Date('2026-11-15T23:00:00Z'),
      closesOn: '2026-11-16',
      state,
    });
  });

  it.each([
    ['a longer one', 24, 35, 28, 'closing'],
    ['a shorter one', 5, 10, 10, 'closed'],
    ['one that is watched late', 34, 35, 28, 'open'],
  ])('goes by the limits of its search: %s', (_, windowWatchDay, windowCloseDay, day, state) => {
    const now = new Date(OPENED.getTime() + day * 86_400_000);
    const window = marketWindow(running, { windowWatchDay, windowCloseDay }, ZONE, now);

    expect(window).toMatchObject({ day, days: windowCloseDay, state });
    expect(window?.closesAt).toEqual(startOfLocalDay(plusDays(localDayOf(OPENED, ZONE), windowCloseDay), ZONE));
  });

  it('has not opened before the first two-way contact', () => {
    expect(marketWindow({ ...running, openedAt: null }, LIMITS, ZONE, new Date('2026-11-21T09:00:00Z'))).toBeNull();
  });

  it.each([
    ['the offer', { offerExtendedAt: new Date('2026-10-29T09:00:00Z') }, 10],
    ['the end of the candidacy', { endedAt: new Date('2026-10-31T09:00:00Z') }, 12],
    [
      'whichever came first',
      { offerExtendedAt: new Date('2026-10-29T09:00:00Z'), endedAt: new Date('2026-10-31T09:00:00Z') },
      10,
    ],
    ['an offer from before the contact was written down', { offerExtendedAt: new Date('2026-10-01T09:00:00Z') }, 0],
  ])('stops with %s', (_, stopped, day) => {
    const window = marketWindow({ ...running, ...stopped }, LIMITS, ZONE, new Date('2026-12-24T09:00:00Z'));

    expect(window).toMatchObject({ state: 'stopped', day });
  });

  it.each([
    ['eight days before it closes', 20, false],
    ['a week before', 21, true],
    ['on its last day', 27, true],
    ['once it has closed', 28, false],
  ])('closes soon or not %s', (_, day, soon) => {
    const window = marketWindow(running, LIMITS, ZONE, new Date(OPENED.getTime() + day * 86_400_000));

    expect(window && closesSoon(window)).toBe(soon);
  });
});
