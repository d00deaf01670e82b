import type { MarketWindow } from './answers';
import { day, relative } from './dates';

export type RingTone = 'fresh' | 'amber' | 'red' | 'stopped';

const TONES: Record<MarketWindow['state'], RingTone> = {
  open: 'fresh',
  closing: 'amber',
  closed: 'red',
  stopped: 'stopped',
};

export const ringTone = (window: MarketWindow): RingTone => TONES[window.state];

/** The share of the ring that is drawn: a little on day 0, all of it from the last day on. */
export const ringShare = ({ day: reached, days }: Pick<MarketWindow, 'day' | 'days'>): number =>
  Math.min(Math.max(reached, 0.6), days) / days;

/** What the ring says, in words. */
export function windowSentence(window: MarketWindow, zone: string, now: Date): string {
  if (window.state === 'stopped') return `An offer was extended on day ${window.day} of the market window`;
  const closes = `${day(window.closesAt, zone, now)} (${relative(window.closesAt, zone, now)})`;
  return window.state === 'closed'
    ? `Day ${window.day}: the market window of ${window.days} days closed ${closes}`
    : `Day ${window.day} of ${window.days}, the market window closes ${closes}`;
}

/** The most urgent first: by the day of a running window, then those longest in their stage. */
export function byUrgency(
  a: { window: MarketWindow | null; stageSince: string },
  b: { window: MarketWindow | null; stageSince: string },
): number {
  return running(b.window) - running(a.window) || a.stageSince.localeCompare(b.stageSince);
}

const running = (window: MarketWindow | null): number => (window && window.state !== 'stopped' ? window.day : -1);
