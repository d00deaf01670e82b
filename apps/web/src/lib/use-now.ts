import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
let now = new Date();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Calls whenever the minute has changed; answers how to end that. */
export function everyMinute(listener: () => void): () => void {
  listeners.add(listener);
  if (Date.now() - now.getTime() > MINUTE) now = new Date();
  timer ??= setInterval(() => {
    now = new Date();
    for (const tell of listeners) tell();
  }, MINUTE);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const presentMinute = (): Date => now;

/** The present minute, shared by everything on the screen. */
export const useNow = (): Date => useSyncExternalStore(everyMinute, presentMinute, presentMinute);

/** This very moment, for what is done and not for what is shown. */
export const thisMoment = (): Date => new Date();
