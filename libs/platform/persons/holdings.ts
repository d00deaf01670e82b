export const PERSON_KINDS = ['candidate', 'contact'] as const;

/** Somebody who can ask what the firm holds about them, and to be forgotten. */
export interface Person {
  readonly firmId: string;
  readonly kind: (typeof PERSON_KINDS)[number];
  readonly id: string;
  /** What names them: taken out of text in records about them. */
  readonly words: readonly string[];
  /** Those of the words that mean nobody else: taken out of every other text of the firm. */
  readonly ownWords: readonly string[];
  /** What a cell of a refused row would say: their address, number, profile, name and reference, in small letters. */
  readonly cells: readonly string[];
}

/** Who is handed something out. In SQL, `p.sees_all` and `p.viewer_id` are theirs. */
export interface Viewer {
  readonly seesAll: boolean;
  readonly userId: string | null;
  /** SQL: whether they may see `x`, a row of `search`. */
  readonly visible: string;
}

/**
 * What becomes of a column when a person is erased.
 * - kept: a code, a number, a label or a reference; it says nothing about a person
 * - staff: about the firm's own people or about an organisation
 * - cleared: emptied in records about the person
 * - text: free words; emptied in records about the person, and the person's words are taken out of all others
 * - sentence: words the product put together; the person's words are taken out
 */
export type Fate = 'kept' | 'staff' | 'cleared' | 'text' | 'sentence';

/** What a room holds in one table, and what becomes of it. In SQL, `t` is the row and `p` the person and who asks. */
export interface Holding {
  readonly table: string;
  /** SQL: whether a row is about the person. Absent: no row is, though its texts may name them. */
  readonly about?: string;
  /** Rows about the person go as a whole. */
  readonly deleted?: true;
  /** Every column of type text, json, bytea or array of texts. */
  readonly columns: Readonly<Record<string, Fate>>;
  /** SQL for what stands in a column of a row about the person from then on; other columns may be set too. */
  readonly becomes?: Readonly<Record<string, string>>;
  /** SQL: which of these rows they are given in an export. Absent: all. */
  readonly given?: string;
  /**
   * SQL: the search or searches a row belongs to, as `in (...)` takes them. What belongs to a confidential one is counted
   * nowhere, and what belongs to one that somebody may see is handed out to them.
   */
  readonly search?: string;
  /** SQL: whether who asks may see a row, where its search does not say so; `visible` is SQL about `x`, a search. */
  readonly seen?: (visible: string) => string;
  /** Nobody can tell of what searches the rows are, or not everybody may see them, so they are counted nowhere. */
  readonly uncounted?: true;
  /** Columns that name a user: an export gives the role, not the name. */
  readonly users?: readonly string[];
  /** Columns that are handed out in the complete document alone: they may tell of several searches. */
  readonly unseen?: readonly string[];
  /** Columns that mean nothing outside this database. */
  readonly unexported?: readonly string[];
}

/** What an erasure takes out, or would: per table, how many records. */
export type Counts = Readonly<Record<string, number>>;

/** What a service offers whose room holds anything about persons. */
export interface HoldsPersons {
  readonly room: string;
  readonly holdings: readonly Holding[];
}

/** SQL conditions that rooms share. */
export const ABOUT_CANDIDACY = (column: string): string =>
  `${column} in (select c.id from candidacy c where c.firm_id = p.firm_id and c.candidate_id = p.candidate_id)`;
export const ABOUT_SUBJECT = 't.candidate_id = p.candidate_id or t.contact_id = p.contact_id';

export const ERASED = 'Erased person';
