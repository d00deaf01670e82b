import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let printing = false;
const listeners = new Set<() => void>();
const SCHEME = 'data-mantine-color-scheme';

/** What stands on the screen is drawn whole, and on white, before it is printed. */
export function startPrinting(target: Window = window): void {
  const root = target.document.documentElement;
  let scheme: string | null = null;
  const set = (now: boolean): void => {
    if (printing === now) return;
    printing = now;
    if (now) scheme = root.getAttribute(SCHEME);
    root.setAttribute(SCHEME, now ? 'light' : (scheme ?? 'light'));
    flushSync(() => listeners.forEach((listener) => listener()));
  };
  target.addEventListener('beforeprint', () => set(true));
  target.addEventListener('afterprint', () => set(false));
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => printing);
