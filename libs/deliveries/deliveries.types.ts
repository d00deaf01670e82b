import type { DeliveryForm, DueDelivery, ReminderKind } from '@app/reminders/reminders.types.js';

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

export type FinalState = 'sent' | 'failed' | 'cancelled' | 'missed' | 'uncertain';
export type DeliveryState = FinalState | 'pending' | 'claimed';

export type AttemptResult = 'accepted' | 'refused' | 'deferred' | 'unsent' | 'unknown';

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

export type OutboxErrorCode =
  | 'delivery_not_found'
  | 'delivery_not_uncertain'
  | 'delivery_already_resolved'
  | 'suppression_not_found'
  | 'event_not_signed';

export interface OutboxFilter {
  readonly state?: DeliveryState;
  readonly kind?: ReminderKind;
  /** words of the recipient's name or address */
  readonly recipient?: string;
}

export interface OutboxAttempt {
  readonly number: number;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly result: AttemptResult | 'lost';
  /** the server's own words */
  readonly response: string | null;
}

/** One mail as partners and admins see it: never what it says. */
export interface OutboxItem {
  readonly id: string;
  readonly form: DeliveryForm;
  readonly kinds: readonly ReminderKind[];
  readonly state: DeliveryState;
  readonly recipient: { readonly kind: 'user' | 'contact'; readonly id: string; readonly name: string };
  readonly dueAt: Date;
  /** the next look at it, while it waits */
  readonly notBefore: Date | null;
  readonly finishedAt: Date | null;
  readonly response: string | null;
  readonly bouncedAt: Date | null;
  readonly bounceReason: string | null;
  readonly resendOf: string | null;
  readonly resentAs: string | null;
  readonly resolvedBy: { readonly id: string; readonly name: string } | null;
  readonly resolvedAt: Date | null;
  readonly attempts: readonly OutboxAttempt[];
  readonly suppression: { readonly id: string; readonly reason: string; readonly since: Date } | null;
  readonly actions: { readonly resend: boolean; readonly arrived: boolean; readonly lift: boolean };
}

export interface OutboxFigures {
  /** uncertain: those nobody has decided on */
  readonly counts: Readonly<Record<DeliveryState, number>>;
  readonly oldestDueAt: Date | null;
  readonly bounced: number;
}

/** A delivery under the lock of a person's decision. */
export interface LockedDelivery {
  readonly id: string;
  readonly form: DeliveryForm;
  readonly state: DeliveryState;
  readonly recipientId: string | null;
  readonly contactId: string | null;
  readonly messageId: string;
  readonly resolvedAt: Date | null;
  readonly finishedAt: Date | null;
}
