import type { Counts, Person } from '@app/platform/persons/holdings.js';
import type { LocalDate } from '@app/platform/time/local-date.js';

export type PersonKind = Person['kind'];

export interface PersonRef {
  kind: PersonKind;
  id: string;
}

export const ERASURE_REASONS = ['their_request', 'retention', 'other'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

export interface ErasePerson {
  person: PersonRef;
  reason: ErasureReason;
  /** The day on which it was asked for, `YYYY-MM-DD`. */
  requestedOn: LocalDate;
  /** Their name, typed once more. */
  confirm: string;
}

/** Room -> table -> records. What belongs to confidential searches goes too and is counted nowhere. */
export type RoomCounts = Readonly<Record<string, Counts>>;

export interface ErasurePreview {
  person: PersonRef & { name: string };
  counts: RoomCounts;
  total: number;
}

/** The proof: it names nobody. */
export interface Erasure {
  id: string;
  at: Date;
  by: { id: string; name: string } | null;
  person: PersonRef;
  reason: ErasureReason;
  requestedOn: LocalDate;
  counts: RoomCounts;
  total: number;
}

/** What is held about somebody, as they are given it. */
export interface PersonExport {
  person: PersonRef;
  madeAt: Date;
  firm: string;
  /** Whether it is all, or what whoever made it may see. */
  extent: string;
  purposes: string[];
  retention: string[];
  rights: string[];
  /** Where the data came from. */
  sources: string[];
  /** Clients to whom they were presented. */
  recipients: string[];
  /** Room -> table -> records. */
  held: Record<string, Record<string, unknown[]>>;
}

export type ComplianceErrorCode =
  | 'person_not_found'
  | 'person_erased'
  | 'confirmation_wrong'
  | 'request_in_future'
  | 'erasure_not_found'
  | 'import_under_way';
