import type { NextState } from './deliveries.types.js';

const MINUTE = 60;
/** Minutes to wait after each "not now" of the mail server; after the last one the delivery has failed. */
const BACK_OFF_MINUTES = [1, 5, 15, 60];
/** A mail server that could not be reached says nothing about the mail: that counts as no attempt. */
const UNREACHABLE_MINUTES = 1;

type Attempt = 'accepted' | 'refused' | 'deferred' | 'unsent' | 'unknown';

/** What an attempt makes of a delivery. Nothing ever leads out of `uncertain` by itself. `jitter` is 0 to 1. */
export function afterAttempt(result: Attempt, attempts: number, jitter: number, response: string): NextState {
  switch (result) {
    case 'accepted':
      return { state: 'sent', response };
    case 'refused':
      return { state: 'failed', response };
    case 'unknown':
      return { state: 'uncertain', response };
    case 'unsent':
      return { state: 'pending', waitSeconds: spread(UNREACHABLE_MINUTES, jitter), attempts: attempts - 1, response };
    case 'deferred': {
      const minutes = BACK_OFF_MINUTES[attempts - 1];
      if (minutes === undefined) return { state: 'failed', response };
      return { state: 'pending', waitSeconds: spread(minutes, jitter), attempts, response };
    }
  }
}

/** A fifth more at most, so that what failed together does not come back together. */
const spread = (minutes: number, jitter: number): number => Math.round(minutes * MINUTE * (1 + jitter / 5));
