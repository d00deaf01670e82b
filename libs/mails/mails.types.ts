import type { Severity } from '@app/vocabulary/vocabulary.types.js';
import type { CalendarEntry } from '@app/platform/files/calendar-file.js';
import type { LocalDate } from '@app/platform/time/local-date.js';

/** What a mail may be about. Each is a kind of reminder that a person can have at once, in the digest, or not at all. */
export const NOTICE_KINDS = [
  'flag_raised',
  'flag_escalated',
  'window_closing',
  'client_feedback_due',
  'task_due',
  'interview_tomorrow',
  'interview_changed',
  'interview_cancelled',
  'offer_expiring',
  'check_in_due',
  'article14_due',
  'mentioned',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Who a mail is for and what every mail says of itself. */
export interface MailFrame {
  /** Links start with it; no slash at the end. */
  readonly publicUrl: string;
  readonly recipientName: string;
  readonly firmName: string;
  readonly simulated: boolean;
  /** IANA zone in which the mail writes moments */
  readonly timeZone: string;
  /** when it is written */
  readonly now: Date;
  /** One click ends this kind of mail; null where it may not. */
  readonly unsubscribeUrl: string | null;
}

/** One thing to tell, in the words of who found it. */
export interface NoticeItem {
  readonly kind: NoticeKind;
  readonly severity: Severity | null;
  /** what the mail groups by: "Chief AI Officer, Client"; null for what belongs to no search */
  readonly group: string | null;
  /** a person's name, or null */
  readonly about: string | null;
  /** a sentence without its full stop */
  readonly sentence: string;
  readonly nextStep: string | null;
  /** path below `publicUrl`, with a leading slash; never a name in it */
  readonly path: string;
  /** when it happens or falls due; null where that says nothing */
  readonly at: Date | null;
  /** the date itself where it is one wherever the reader is: a window closes on the candidate's date */
  readonly on?: LocalDate | null;
  /** of a flag that somebody gave to the reader: who, where it was a person, when, and why, if they said so */
  readonly handedOn?: { readonly by: string | null; readonly at: Date; readonly reason: string | null } | null;
  /** only of interviews */
  readonly event: CalendarEvent | null;
}

/** Its title is without names: calendars are shared. */
export type CalendarEvent = Omit<CalendarEntry, 'description' | 'url'>;

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

export interface ComposedMail {
  /** Travels in the clear: no candidate, client or search name. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** who gets the answer when somebody answers; null: the sender */
  readonly replyTo: { readonly name: string; readonly address: string } | null;
}

interface Counts {
  readonly onTrack: number;
  readonly atRisk: number;
  readonly stalled: number;
  readonly onHold: number;
}

/** Two searches of a client may have one title: the reference tells them apart. */
interface Named {
  readonly title: string;
  readonly clientName: string;
  readonly ref: string | null;
}

interface SearchesOf {
  readonly count: number;
  readonly items: readonly Named[];
}

/** What has changed since an earlier moment. */
interface HealthSince {
  readonly since: Date;
  readonly countsThen: Counts;
  readonly becameStalled: SearchesOf;
  readonly recovered: SearchesOf;
  readonly putOnHold: SearchesOf;
  readonly opened: SearchesOf;
  readonly placed: SearchesOf;
  readonly closed: SearchesOf;
}

/** What the Monday mail tells. */
export interface HealthContent {
  /** as of when */
  readonly at: Date;
  readonly counts: Counts;
  readonly searches: readonly (Named & {
    readonly id: string;
    readonly leadName: string;
    readonly day: number;
    readonly health: string;
    readonly reasons: readonly string[];
    readonly nextStep: string | null;
  })[];
  readonly windowsThisWeek: readonly {
    readonly candidacyId: string;
    readonly searchId: string;
    readonly searchTitle: string;
    readonly candidateName: string;
    readonly window: { readonly day: number; readonly days: number; readonly closesOn: LocalDate };
  }[];
  readonly timeToOffer: { readonly sentence: string };
  /** null: there is too much history to look back in time */
  readonly changes: HealthSince | null;
  /** the same on paper, attached */
  readonly pdf?: Buffer | null;
}

/** What a client's contact is asked for: how many people wait, never who. */
export interface ClientFeedbackRequest {
  readonly searchTitle: string;
  readonly people: number;
  readonly presentedOn: Date;
  /** how long a market window of the search is */
  readonly windowDays: number;
  readonly leadName: string;
  readonly leadEmail: string;
}
