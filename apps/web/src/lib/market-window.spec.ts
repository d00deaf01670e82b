import type { MarketWindow } from './answers';
import { byUrgency, ringShare, ringTone, windowSentence } from './market-window';

const now = new Date('2026-11-21T10:00:00Z');
const opened = '2026-10-29T09:00:00Z';
const closes = '2026-11-25T23:00:00Z';
const on = (day: number, rest: Partial<MarketWindow> = {}): MarketWindow => ({
  openedAt: opened,
  closesAt: closes,
  closesOn: '2026-11-26',
  day,
  days: 28,
  state: 'open',
  ...rest,
});

describe('the market window on the screen', () => {
  it.each([
    ['open', 'fresh'],
    ['closing', 'amber'],
    ['closed', 'red'],
    ['stopped', 'stopped'],
  ] as const)('%s is %s', (state, tone) => {
    expect(ringTone(on(3, { state }))).toBe(tone);
  });

  it('fills the ring by day of its length and never beyond', () => {
    expect(ringShare(on(14))).toBe(0.5);
    expect(ringShare(on(14, { days: 35 }))).toBe(0.4);
    expect(ringShare(on(40))).toBe(1);
    expect(ringShare(on(0))).toBeGreaterThan(0);
  });

  it('says in words what the ring shows', () => {
    expect(windowSentence(on(23), now)).toBe('Day 23 of 28: the market window closes in 5 days, on Thu 26 Nov');
    expect(windowSentence(on(32, { days: 30, state: 'closed' }), now)).toBe(
      'The market window of 30 days closed 2 days ago, on Thu 26 Nov; today is day 32',
    );
    expect(windowSentence(on(9, { state: 'stopped' }), now)).toBe('An offer stopped the market window on day 9');
  });

  it('puts the window that runs out first before all others, and stopped or unopened ones last', () => {
    const card = (name: string, day: number | null, stopped = false) => ({
      name,
      stageSince: `2026-11-0${name}T00:00:00Z`,
      window: day === null ? null : on(day, { state: stopped ? 'stopped' : 'open' }),
    });
    const cards = [card('1', null), card('2', 26, true), card('3', 12), card('4', 22), card('5', 12)];

    expect(cards.sort(byUrgency).map(({ name }) => name)).toEqual(['4', '3', '5', '1', '2']);
  });
});
