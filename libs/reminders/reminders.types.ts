import type { Actor, Role } from '@app/identity/identity.types.js';
import type { ComposedMail, NoticeKind } from '@app/mails/mails.types.js';

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

/** A flag as a mail tells of it. */
export interface FlagNotice {
  readonly severity: 'watch' | 'stalled';
  readonly sentence: string;
  readonly nextStep: string;
  readonly searchId: string;
  readonly searchTitle: string;
  readonly clientName: string;
  readonly candidacyId: string | null;
  readonly candidateName: string | null;
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
export interface PipelineHealth {
  readonly counts: {
    readonly onTrack: number;
    readonly atRisk: number;
    readonly stalled: number;
    readonly onHold: number;
  };
  readonly searches: readonly {
    readonly id: string;
    readonly title: string;
    readonly clientName: string;
    readonly leadName: string;
    readonly day: number;
    readonly health: string;
    readonly reasons: readonly string[];
    readonly nextStep: string | null;
  }[];
  readonly windowsThisWeek: readonly {
    readonly candidacyId: string;
    readonly searchId: string;
    readonly searchTitle: string;
    readonly candidateName: string;
    readonly day: number;
    readonly closesAt: Date;
  }[];
  readonly timeToOffer: { readonly sentence: string };
}

/** Rooms of one floor do not call each other: the roof says where the report comes from. */
export abstract class PipelineHealthSource {
  abstract pipelineHealth(actor: Actor): Promise<PipelineHealth>;
}
