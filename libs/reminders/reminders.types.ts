import type { Severity } from '@app/vocabulary/vocabulary.types.js';
import type { Actor } from '@app/identity/identity.types.js';
import type { ComposedMail, HealthContent } from '@app/mails/mails.types.js';
import { UNSUBSCRIBABLE, type NoticeMode, type ReminderKind } from '@app/notifications/notifications.types.js';

export const DELIVERY_FORMS = ['notices', ...UNSUBSCRIBABLE] as const;
export type DeliveryForm = (typeof DELIVERY_FORMS)[number];

/** A delivery that has fallen due, as the claim reads it. */
export interface DueDelivery {
  readonly firmId: string;
  readonly id: string;
  readonly form: DeliveryForm;
  /** one of our people, or `contactId` is a client's */
  readonly recipientId: string | null;
  readonly contactId: string | null;
  readonly toName: string;
  readonly toAddress: string | null;
  readonly dueAt: Date;
  readonly messageId: string;
  /** Grows with every claim; a holder whose number is no longer the row's has lost it. */
  readonly fence: number;
  readonly attempts: number;
  /** The database's clock: due times are decided by one clock only. */
  readonly now: Date;
}

/** What the reminders say of a delivery that has fallen due. */
export type Verdict =
  | { readonly send: true }
  /** nothing in it is owed any more */
  | { readonly cancelled: true }
  /** too late to be sent as a mail of its own */
  | { readonly missed: true }
  /** not at this hour */
  | { readonly notBefore: Date };

/** A mail with what its headers say beside its subject. */
export interface ReminderMail extends ComposedMail {
  readonly headers: Readonly<Record<string, string>>;
}

/** One reminder of a delivery, and whether its reason is still there. */
export interface DueReminder {
  readonly id: string;
  readonly deliveryId: string;
  readonly kind: ReminderKind;
  readonly dueAt: Date;
  readonly valid: boolean;
}

/** What becomes of a delivery and of the reminders in it. */
export interface Ruling {
  readonly verdict: Verdict;
  /** nobody is to hear of these any more */
  readonly cancel: readonly string[];
  /** these wait for the next digest instead */
  readonly toDigest: readonly string[];
  /** those of them that came too late for a mail of their own */
  readonly missed: readonly string[];
}

export const MAIL_STATES = [
  'waits',
  'on_its_way',
  'sent',
  'not_sent',
  'uncertain',
  'missed',
  'cancelled',
  'no_mail',
] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** A reminder as the person it is for reads it. */
export interface MyReminder {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly severity: Severity | null;
  readonly group: string | null;
  readonly about: string | null;
  readonly sentence: string;
  readonly nextStep: string | null;
  readonly path: string;
  readonly at: Date | null;
  readonly dueAt: Date;
  readonly seenAt: Date | null;
  /** false: what it says is over */
  readonly isCurrent: boolean;
  readonly mail: MailState;
  /** what that means, in words; null where nothing needs to be said */
  readonly mailSentence: string | null;
}

export interface MyReminderRow {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly mode: NoticeMode | 'own';
  readonly dueAt: Date;
  readonly key: string;
  readonly seenAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly missedAt: Date | null;
  readonly deliveryState: string | null;
}

/** A mail to be made. */
export interface NewDelivery {
  readonly id: string;
  readonly messageId: string;
  readonly recipientId: string;
}

/** A mail that is a reminder of its own, at a moment of its own. */
export interface OwnMail extends NewDelivery {
  readonly reminderId: string;
  readonly occurrenceKey: string;
  readonly dueAt: Date;
}

/** The part of the pipeline health report that the Monday mail shows. */
export type PipelineHealth = HealthContent;

/** Rooms of one floor do not call each other: the roof says where the report comes from. */
export abstract class PipelineHealthSource {
  abstract pipelineHealth(actor: Actor): Promise<PipelineHealth>;
}
