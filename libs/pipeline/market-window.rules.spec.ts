import { marketWindow, type WindowFacts } from './market-window.rules.js';

const BERLIN = 'Europe/Berlin';
const facts = (given: Partial<Record<keyof WindowFacts, string>>): WindowFacts => ({
  openedAt: given.openedAt ? new Date(given.openedAt) : null,
  offerExtendedAt: given.offerExtendedAt ? new Date(given.offerExtendedAt) : null,
  endedAt: given.endedAt ? new Date(given.endedAt) : null,
});
const OPENED = '2026-10-19T09:00:00+02:00';

describe('the market window', () => {
  it('does not exist before the first two-way contact', () => {
    expect(marketWindow(facts({}), BERLIN, new Date('2026-11-20T12:00:00Z'))).toBeNull();
  });

  it.each([
    ['2026-10-19T23:59:59+02:00', 0, 'open'],
    ['2026-10-20T00:00:00+02:00', 1, 'open'],
    ['2026-11-08T23:59:59+01:00', 20, 'open'],
    ['2026-11-09T00:00:00+01:00', 21, 'closing'],
    ['2026-11-15T23:59:59+01:00', 27, 'closing'],
    ['2026-11-16T00:00:00+01:00', 28, 'closed'],
    ['2026-12-24T18:00:00+01:00', 66, 'closed'],
  ])('that opened on 19 October is at %s on day %d and %s', (now, day, state) => {
    expect(marketWindow(facts({ openedAt: OPENED }), BERLIN, new Date(now))).toMatchObject({ day, state });
  });

  it('closes when its 28th day begins, also where the clocks went back in between', () => {
    const window = marketWindow(facts({ openedAt: OPENED }), BERLIN, new Date('2026-11-01T00:00:00Z'));

    expect(window?.closesAt).toEqual(new Date('2026-11-16T00:00:00+01:00'));
  });

  it('counts the days of the office, not of the server', () => {
    const now = new Date('2026-10-19T16:00:00Z');
    const opened = facts({ openedAt: '2026-10-19T13:00:00Z' });

    expect(marketWindow(opened, 'Asia/Tokyo', now)?.day).toBe(1);
    expect(marketWindow(opened, 'America/New_York', now)?.day).toBe(0);
  });

  it.each([
    ['an offer', { offerExtendedAt: '2026-11-02T10:00:00Z' }, 14],
    ['an outcome', { endedAt: '2026-10-29T10:00:00Z' }, 10],
    ['the earlier of both', { offerExtendedAt: '2026-11-02T10:00:00Z', endedAt: '2026-11-12T10:00:00Z' }, 14],
    ['an offer that was out before the first contact was recorded', { offerExtendedAt: '2026-10-01T10:00:00Z' }, 0],
  ])('is stopped by %s and keeps the day on which it was', (_, given, day) => {
    const window = marketWindow(facts({ openedAt: OPENED, ...given }), BERLIN, new Date('2026-12-24T00:00:00Z'));

    expect(window).toMatchObject({ state: 'stopped', day });
  });
});
