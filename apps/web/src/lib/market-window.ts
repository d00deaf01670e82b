import type { MarketWindow } from './answers';
import { daysFromToday, plainDate } from './dates';

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
export function windowSentence(window: MarketWindow, now: Date): string {
  if (window.state === 'stopped') return `An offer stopped the market window on day ${window.day}`;
  const when = `${daysFromToday(window.days - window.day)}, on ${plainDate(window.closesOn, now)}`;
  return window.state === 'closed'
    ? `The market window of ${window.days} days closed ${when}; today is day ${window.day}`
    : `Day ${window.day} of ${window.days}: the market window closes ${when}`;
}

/** The most urgent first: by the day of a running window, then those longest in their stage. */
export function byUrgency(
  a: { window: MarketWindow | null; stageSince: string },
  b: { window: MarketWindow | null; stageSince: string },
): number {
  return running(b.window) - running(a.window) || a.stageSince.localeCompare(b.stageSince);
}

const running = (window: MarketWindow | null): number => (window && window.state !== 'stopped' ? window.day : -1);
