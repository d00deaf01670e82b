import { byUrgency, ringShare, ringTone, runningWindow, windowSentence } from './market-window';

const zone = 'Europe/Berlin';
const now = new Date('2026-11-21T10:00:00Z');
const opened = '2026-10-29T09:00:00Z';
const closes = '2026-11-25T23:00:00Z';

describe('the market window on the screen', () => {
  it('is amber from day 21 and red from day 28', () => {
    const toneOn = (today: string): string => ringTone(runningWindow(opened, closes, zone, new Date(today)));

    expect(toneOn('2026-11-18T22:00:00Z')).toBe('fresh');
    expect(toneOn('2026-11-18T23:00:00Z')).toBe('amber');
    expect(toneOn('2026-11-25T22:00:00Z')).toBe('amber');
    expect(toneOn('2026-11-25T23:00:00Z')).toBe('red');
  });

  it('fills the ring by day of 28 and never beyond', () => {
    expect(ringShare(14)).toBe(0.5);
    expect(ringShare(40)).toBe(1);
    expect(ringShare(0)).toBeGreaterThan(0);
  });

  it('says in words what the ring shows', () => {
    expect(windowSentence(runningWindow(opened, closes, zone, now), zone, now)).toBe(
      'Day 23 of 28, the market window closes Thu 26 Nov (in 5 days)',
    );
    expect(windowSentence({ openedAt: opened, closesAt: closes, day: 9, state: 'stopped' }, zone, now)).toBe(
      'An offer was extended on day 9 of the market window',
    );
  });

  it('puts the window that runs out first before all others, and stopped or unopened ones last', () => {
    const card = (name: string, day: number | null, stopped = false) => ({
      name,
      stageSince: `2026-11-0${name}T00:00:00Z`,
      window:
        day === null
          ? null
          : { openedAt: opened, closesAt: closes, day, state: stopped ? ('stopped' as const) : ('open' as const) },
    });
    const cards = [card('1', null), card('2', 26, true), card('3', 12), card('4', 22), card('5', 12)];

    expect(cards.sort(byUrgency).map(({ name }) => name)).toEqual(['4', '3', '5', '1', '2']);
  });
});
