import type { Actor, Role } from '@app/identity/identity.types.js';
import type { ComposedMail, HealthContent, NoticeKind } from '@app/mails/mails.types.js';
import type { OfficeCalendar } from '@app/platform/time/working-calendar.js';

/** `daily_digest` and `pipeline_health` are mails of their own; the others are things told in a mail. */
export type ReminderKind = NoticeKind | 'daily_digest' | 'pipeline_health';

/** How a person hears of a kind; `off`: it only stands in their list. */
export type NoticeMode = 'immediate' | 'digest' | 'off';

export type DeliveryForm = 'notices' | 'daily_digest' | 'pipeline_health' | 'client_feedback';

export interface Recipient {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly timeZone: string;
  readonly createdAt: Date;
  readonly firmName: string;
  readonly simulated: boolean;
}

/** When a person wants to be told, and when to be left alone. Times are theirs, `HH:MM`. */
export interface NotificationTimes {
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly digestAt: string;
  readonly workingDaysOnly: boolean;
}

/** How a person hears of each kind. The mails of their own are `immediate` or `off`. */
export type NotificationModes = Readonly<Record<ReminderKind, NoticeMode>>;

/** Somebody mails are owed to, with everything that decides when. */
export interface Reader extends Recipient {
  readonly firmId: string;
  readonly times: NotificationTimes;
  readonly modes: NotificationModes;
  readonly calendar: OfficeCalendar;
  readonly absent: boolean;
}

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

/** One reminder of a delivery, and whether its reason still stands. */
export interface DueReminder {
  readonly id: string;
  readonly deliveryId: string;
  readonly kind: ReminderKind;
  readonly dueAt: Date;
  readonly standing: boolean;
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

/** What a reminder is about, as its mail or a list tells it. */
export interface NoticeFacts {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly subjectId: string;
  readonly dueAt: Date;
  readonly searchId: string | null;
  readonly searchTitle: string | null;
  readonly clientName: string | null;
  readonly candidacyId: string | null;
  readonly candidateName: string | null;
  readonly severity: 'watch' | 'stalled' | null;
  readonly sentence: string | null;
  readonly nextStep: string | null;
  readonly title: string | null;
  /** when it happens or is over */
  readonly at: Date | null;
  /** the same as a date, where it is a whole day of the candidate or the office */
  readonly on: string | null;
  readonly endsAt: Date | null;
  readonly place: string | null;
  /** days, people or a version, by kind */
  readonly number: number | null;
}

/** Mails that one click ends. */
export type Unsubscribable = 'daily_digest' | 'pipeline_health' | 'client_feedback';

interface LinkTo<Kind extends Unsubscribable> {
  readonly kind: Kind;
  readonly firmId: string;
  /** whom the mail goes to */
  readonly personId: string;
}
/** In a mail to one of our people, who has settings. */
export type UserLink = LinkTo<'daily_digest' | 'pipeline_health'>;
/** In a mail to a client's contact, who has none. */
export type ContactLink = LinkTo<'client_feedback'>;
export type UnsubscribeLink = UserLink | ContactLink;

export interface Unsubscription {
  readonly kind: Unsubscribable;
  readonly subscribed: boolean;
}

export interface KindSetting {
  readonly kind: ReminderKind;
  readonly mode: NoticeMode;
  readonly possible: readonly NoticeMode[];
}

/** What a person chose. Version 0: nothing yet, the defaults hold. */
export interface NotificationSettings extends NotificationTimes {
  readonly version: number;
  readonly timeZone: string;
  readonly kinds: readonly KindSetting[];
  /** when the next digest comes, in words */
  readonly nextDigest: string;
}

export interface ChangeSettings extends Partial<NotificationTimes> {
  readonly version: number;
  readonly modes?: Partial<NotificationModes>;
}

export type MailState = 'waits' | 'on_its_way' | 'sent' | 'not_sent' | 'uncertain' | 'missed' | 'cancelled' | 'no_mail';

/** A reminder as the person it is for reads it. */
export interface MyReminder {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly severity: 'watch' | 'stalled' | null;
  readonly group: string | null;
  readonly about: string | null;
  readonly sentence: string;
  readonly nextStep: string | null;
  readonly path: string;
  readonly at: Date | null;
  readonly dueAt: Date;
  readonly seenAt: Date | null;
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

export type ReminderErrorCode =
  'stale_version' | 'settings_not_found' | 'mode_not_possible' | 'unknown_unsubscribe_link';

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
