import type { ReminderKind } from '@app/notifications/notifications.types.js';
import type { DeliveryForm } from '@app/reminders/reminders.types.js';

export type FinalState = Exclude<DeliveryState, 'pending' | 'claimed'>;
export const DELIVERY_STATES = ['pending', 'claimed', 'sent', 'failed', 'cancelled', 'missed', 'uncertain'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export type AttemptResult = 'accepted' | 'refused' | 'deferred' | 'unsent' | 'unknown';

export type MailLogErrorCode =
  | 'delivery_not_found'
  | 'delivery_not_uncertain'
  | 'delivery_already_resolved'
  | 'suppression_not_found'
  | 'event_not_signed';

export interface MailLogFilter {
  readonly state?: DeliveryState;
  readonly kind?: ReminderKind;
  /** words of the recipient's name or address */
  readonly recipient?: string;
}

export interface MailLogAttempt {
  readonly number: number;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly result: AttemptResult | 'lost';
  /** the server's own words */
  readonly response: string | null;
}

/** One mail as partners and admins see it: never what it says. */
export interface MailLogItem {
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
  readonly attempts: readonly MailLogAttempt[];
  readonly suppression: { readonly id: string; readonly reason: string; readonly since: Date } | null;
  readonly actions: { readonly resend: boolean; readonly arrived: boolean; readonly lift: boolean };
}

export interface MailLogFigures {
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
