import type { AttemptResult, FinalState } from '@app/mail-log/mail-log.types.js';
import type { DueDelivery } from '@app/reminders/reminders.types.js';

export type { AttemptResult, DeliveryState } from '@app/mail-log/mail-log.types.js';

/** A delivery that has fallen due, as the claim reads it. */
export interface DueRow extends DueDelivery {
  /** no mail goes to this address any more */
  readonly suppressed: boolean;
  /** what an earlier request with an idempotency key said; its answer never came */
  readonly frozen: FrozenMail | null;
}

/** One this process holds: nobody else may send it until its lease is over. */
export type ClaimedDelivery = Omit<DueRow, 'now' | 'suppressed'>;

/** A mail as it is kept between two requests with the same key. */
export interface FrozenMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { filename: string; contentType: string; base64: string }[];
  readonly replyTo: { readonly name: string; readonly address: string } | null;
}

export type NextState =
  | { readonly state: 'sent' | 'failed' | 'uncertain'; readonly response: string }
  | { readonly state: 'pending'; readonly waitSeconds: number; readonly attempts: number; readonly response: string };

/** An attempt and what it made of the delivery. */
export interface AttemptEnd {
  readonly result: AttemptResult;
  readonly next: NextState;
  readonly providerId: string | null;
  /** the provider may have the mail: only the same mail with the same key may follow */
  readonly keepKey: boolean;
}

export type DeliverySummary = Readonly<Record<FinalState | 'postponed', number>>;
