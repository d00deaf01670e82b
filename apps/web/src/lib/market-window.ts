import type { MarketWindow } from './answers';
import { calendarDays, day, relative } from './dates';

export const WINDOW_DAYS = 28;

export type RingTone = 'fresh' | 'amber' | 'red' | 'stopped';

const TONES: Record<MarketWindow['state'], RingTone> = {
  open: 'fresh',
  closing: 'amber',
  closed: 'red',
  stopped: 'stopped',
};

export const ringTone = (window: MarketWindow): RingTone => TONES[window.state];

/** The share of the ring that is drawn: a little on day 0, all of it from day 28 on. */
export const ringShare = (dayOfWindow: number): number =>
  Math.min(Math.max(dayOfWindow, 0.6), WINDOW_DAYS) / WINDOW_DAYS;

/** What the ring says, in words. */
export function windowSentence(window: MarketWindow, zone: string, now: Date): string {
  if (window.state === 'stopped') return `An offer was extended on day ${window.day} of the market window`;
  const closes = `${day(window.closesAt, zone, now)} (${relative(window.closesAt, zone, now)})`;
  return window.state === 'closed'
    ? `Day ${window.day}: the market window of ${WINDOW_DAYS} days closed ${closes}`
    : `Day ${window.day} of ${WINDOW_DAYS}, the market window closes ${closes}`;
}

/** The most urgent first: by the day of a running window, then those longest in their stage. */
export function byUrgency(
  a: { window: MarketWindow | null; stageSince: string },
  b: { window: MarketWindow | null; stageSince: string },
): number {
  return running(b.window) - running(a.window) || a.stageSince.localeCompare(b.stageSince);
}

const running = (window: MarketWindow | null): number => (window && window.state !== 'stopped' ? window.day : -1);

/** A window that is known to run, by its two ends: for lists that carry no day. */
export function runningWindow(openedAt: string, closesAt: string, zone: string, now: Date): MarketWindow {
  return windowOnDay(calendarDays(openedAt, now, zone), openedAt, closesAt);
}

export function windowOnDay(dayOfWindow: number, openedAt: string, closesAt: string): MarketWindow {
  const state = dayOfWindow >= WINDOW_DAYS ? 'closed' : dayOfWindow >= 21 ? 'closing' : 'open';
  return { openedAt, closesAt, day: dayOfWindow, state };
}
