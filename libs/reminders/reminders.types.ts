import type { Actor, Role } from '@app/identity/identity.types.js';

export type ReminderKind = 'flag_raised' | 'pipeline_health';

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
  readonly reminderId: string;
  readonly messageId: string;
  readonly kind: ReminderKind;
  readonly dueAt: Date;
  /** Grows with every claim; a holder whose number is no longer the row's has lost it. */
  readonly fence: number;
  readonly attempts: number;
  readonly recipient: Recipient;
  /** The database's clock: due times are decided by one clock only. */
  readonly now: Date;
  /** Flags of the reminder that are still open and that the recipient may see, the worst first. */
  readonly flags: readonly FlagNotice[];
}

/** One this process holds: nobody else may send it until its lease is over. */
export type ClaimedDelivery = Omit<DueDelivery, 'now'>;

export type FinalState = 'sent' | 'failed' | 'cancelled' | 'missed' | 'uncertain';

export type NextState =
  | { readonly state: 'sent' | 'failed' | 'uncertain'; readonly response: string }
  | { readonly state: 'pending'; readonly waitSeconds: number; readonly attempts: number; readonly response: string };

export type DeliverySummary = Readonly<Record<FinalState | 'postponed', number>>;

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

export interface FlagBundle {
  readonly id: string;
  readonly deliveryId: string;
  readonly messageId: string;
  readonly recipientId: string;
  readonly occurrenceKey: string;
}

export interface HealthReminder extends FlagBundle {
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

export interface ComposedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
