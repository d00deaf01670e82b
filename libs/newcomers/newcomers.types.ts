import type { Alone } from '@app/platform/once/each-alone.js';
import type { CandidateFields } from '@app/candidates/candidates.types.js';
import type { PossibleDuplicate } from '@app/platform/persons/possible-duplicates.js';

/** What a line of a pasted list says about somebody. */
export const LISTED_FIELDS = ['name', 'title', 'employer', 'email', 'phone', 'profileUrl', 'city', 'country'] as const;
export type ListedField = (typeof LISTED_FIELDS)[number];
/** As it was typed, whatever that is. */
export type ListedPerson = Partial<Record<ListedField, string | null>> & {
  /** They are known: what else is said of them is not read. */
  candidateId?: string;
};

export const MOST_NEWCOMERS = 100;

/** `twice`: somebody above in the list is reached by the same. */
export const NEWCOMER_STATES = ['new', 'known', 'in_search', 'twice', 'refused'] as const;
export type NewcomerState = (typeof NEWCOMER_STATES)[number];

export interface ListedProblem {
  field: ListedField;
  sentence: string;
}

/** What would become of one of them. */
export interface JudgedPerson {
  state: NewcomerState;
  /** why they cannot be added like this */
  problems: ListedProblem[];
  /** who is here already with the same address, number or link */
  duplicates: (PossibleDuplicate & { inSearch: boolean })[];
  /** which of the list has the same, counted from 0 */
  sameAs: number | null;
}

export type NewcomerFields = Pick<CandidateFields, ListedField>;

export interface Newcomer extends NewcomerFields {
  /** They are known: nobody is made, and this record goes into the search. */
  candidateId?: string;
  /** Somebody else, although one has the same address, number or link. */
  force?: boolean;
}

export interface AddNewcomers {
  /** Absent: they are added to the firm alone. */
  searchId?: string;
  /** Absent: the firm's first stage. */
  stageId?: string;
  people: readonly Newcomer[];
}

export interface AddedNewcomer {
  /** which of the list, counted from 0 */
  at: number;
  candidateId: string;
  /** a record was made for them */
  isNew: boolean;
  candidacy: { id: string; version: number } | null;
}

export type AddedNewcomers = Alone<AddedNewcomer>;
