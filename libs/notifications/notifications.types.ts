import type { Severity } from '@app/vocabulary/vocabulary.types.js';
import type { Role } from '@app/identity/identity.types.js';
import { NOTICE_KINDS, type NoticeKind } from '@app/mails/mails.types.js';
import type { OfficeCalendar } from '@app/platform/time/working-calendar.js';
import type { LocalDate } from '@app/platform/time/local-date.js';

/** Mails of their own; the other kinds are things told in a mail. */
export const OWN_MAILS = ['daily_digest', 'pipeline_health'] as const;
export type OwnMailKind = (typeof OWN_MAILS)[number];

export const REMINDER_KINDS = [...NOTICE_KINDS, ...OWN_MAILS] as const;
export type ReminderKind = NoticeKind | OwnMailKind;

/** How a person hears of a kind; `off`: it only stands in their list. */
export const NOTICE_MODES = ['immediate', 'digest', 'off'] as const;
export type NoticeMode = (typeof NOTICE_MODES)[number];

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

export interface PersonKey {
  readonly firmId: string;
  readonly userId: string;
}

/** Somebody mails are owed to, with everything that decides when. */
export interface Person extends PersonKey, Recipient {
  readonly times: NotificationTimes;
  readonly modes: NotificationModes;
  readonly calendar: OfficeCalendar;
  readonly absent: boolean;
}

/** What a reminder is about, as its mail or a list tells it. */
export interface NoticeDetails {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly subjectId: string;
  readonly dueAt: Date;
  readonly searchId: string | null;
  readonly searchTitle: string | null;
  readonly clientName: string | null;
  readonly candidacyId: string | null;
  readonly candidateName: string | null;
  /** whom what was logged is about, where it is about no search */
  readonly candidateId?: string | null;
  readonly contactId?: string | null;
  readonly severity: Severity | null;
  readonly sentence: string | null;
  readonly nextStep: string | null;
  readonly title: string | null;
  /** of a flag that somebody gave to whom it is with; the name is null where it was the operator */
  readonly handedOnBy: string | null;
  readonly handedOnAt: Date | null;
  readonly handedOnReason: string | null;
  /** when it happens or is over */
  readonly at: Date | null;
  /** the same as a date, where it is a whole day of the candidate or the office */
  readonly on: LocalDate | null;
  readonly endsAt: Date | null;
  readonly place: string | null;
  /** an interview that will not take place */
  readonly isOff: boolean;
  /** the reader may see the search; who has only its interview in a calendar may not any more */
  readonly mayRead: boolean;
  /** days, people or a version, by kind */
  readonly number: number | null;
}

/** Mails that one click ends. A link holds the place of its kind in here. */
export const UNSUBSCRIBABLE = [...OWN_MAILS, 'client_feedback'] as const;
export type Unsubscribable = (typeof UNSUBSCRIBABLE)[number];

interface LinkTo<Kind extends Unsubscribable> {
  readonly kind: Kind;
  readonly firmId: string;
  /** whom the mail goes to */
  readonly personId: string;
}
/** In a mail to one of our people, who has settings. */
export type UserLink = LinkTo<OwnMailKind>;
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

export type NotificationsErrorCode =
  'stale_version' | 'settings_not_found' | 'mode_not_possible' | 'unknown_unsubscribe_link';

/** A kind of reminder: whom it is for, of what, when, and in which words. The views are put together from these. */
export interface NoticeKindSpec {
  readonly kind: NoticeKind;
  /** How a person hears of it unless they choose otherwise. */
  readonly mode: NoticeMode;
  /** One of our people, who may choose; or a client's contact, who is asked. */
  readonly to: 'user' | 'contact';
  readonly subjectType: 'flag' | 'candidacy' | 'task' | 'interview' | 'offer' | 'check_in' | 'search' | 'activity';
  /** SQL: the tables it comes from. */
  readonly source: string;
  /** The alias of its row that has `firm_id` and `search_id`. */
  readonly row: string;
  readonly when: string;
  readonly recipientId: string;
  readonly subjectId: string;
  /** What is told once: a new one is a new reminder. */
  readonly occurrence: string;
  readonly dueAt: string;
  /** Of what fell due longer ago than this nobody is told any more. */
  readonly lapsesAfter?: string;
  readonly maybe: {
    /** 0: asked every minute, 1: every ten, 2: every hour */
    readonly depth: 0 | 1 | 2;
    /** SQL from indexes alone, in the firm `p_firm`: what may be due, and was not planned yet. */
    readonly subjectId: string;
    readonly source: string;
    readonly when: string;
  };
  readonly sentence: (details: NoticeDetails) => string;
  readonly nextStep?: string;
}
