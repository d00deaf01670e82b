import type { AttemptResult } from '@app/mail-log/mail-log.types.js';
import type { FrozenMail, NextState } from './deliveries.types.js';

const MINUTE = 60;
/** Minutes to wait after each "not now" of the mail server; after the last one the delivery has failed. */
const BACK_OFF_MINUTES = [1, 5, 15, 60];
/** A mail server that could not be reached says nothing about the mail: that counts as no attempt. */
const UNREACHABLE_MINUTES = 1;
/** With an idempotency key the answer may simply be asked for again: soon, then ever later. */
const ASK_AGAIN_SECONDS = [5, 15, 60, 300, 900, 3_600];

export interface Attempt {
  readonly kind: AttemptResult;
  readonly response: string;
  readonly attempts: number;
  /** the same mail may be handed over again without arriving twice */
  readonly idempotent: boolean;
  readonly retryAfterSeconds?: number | undefined;
}

/**
 * What an attempt makes of a delivery. Without an idempotency key nothing ever leads out of `uncertain` by itself.
 * `jitter` is 0 to 1.
 */
export function afterAttempt({ kind, response, attempts, ...attempt }: Attempt, jitter: number): NextState {
  switch (kind) {
    case 'accepted':
      return { state: 'sent', response };
    case 'refused':
      return { state: 'failed', response };
    case 'unknown': {
      if (!attempt.idempotent) return { state: 'uncertain', response };
      const seconds = ASK_AGAIN_SECONDS[Math.min(attempts, ASK_AGAIN_SECONDS.length) - 1] ?? MINUTE;
      return { state: 'pending', waitSeconds: spread(seconds, jitter), attempts, response };
    }
    case 'unsent': {
      const seconds = Math.max(UNREACHABLE_MINUTES * MINUTE, attempt.retryAfterSeconds ?? 0);
      return { state: 'pending', waitSeconds: spread(seconds, jitter), attempts: attempts - 1, response };
    }
    case 'deferred': {
      const minutes = BACK_OFF_MINUTES[attempts - 1];
      if (minutes === undefined) return { state: 'failed', response };
      return { state: 'pending', waitSeconds: spread(minutes * MINUTE, jitter), attempts, response };
    }
  }
}

/** A fifth more at most, so that what failed together does not come back together. */
const spread = (seconds: number, jitter: number): number => Math.round(seconds * (1 + jitter / 5));

/** RFC 3463, X.1.Y: something is wrong with the address, whatever the mail. */
export const refusesAddress = (response: string): boolean => /\b5\.1\.\d{1,3}\b/.test(response);

interface Sendable extends Omit<FrozenMail, 'attachments' | 'replyTo'> {
  readonly attachments: readonly { filename: string; contentType: string; content: Buffer }[];
  readonly replyTo?: { readonly name: string; readonly address: string };
}

export const frozen = ({ attachments, replyTo, ...mail }: Sendable): FrozenMail => ({
  ...mail,
  replyTo: replyTo ?? null,
  attachments: attachments.map(({ content, ...file }) => ({ ...file, base64: content.toString('base64') })),
});

export const thawed = ({ attachments, replyTo, ...mail }: FrozenMail): Sendable => ({
  ...mail,
  ...(replyTo ? { replyTo } : {}),
  attachments: attachments.map(({ base64, ...file }) => ({ ...file, content: Buffer.from(base64, 'base64') })),
});
