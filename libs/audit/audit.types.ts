/** Who did it; an actor is one. */
export interface AuditAuthor {
  firmId: string;
  /** null: the system itself. */
  userId: string | null;
  /** The claim of a request that acts once; see `platform/once`. */
  once?: string | undefined;
}

export interface AuditEntry {
  /** Room and verb, for example `pipeline.candidacy_moved`. */
  action: string;
  subjectType: string;
  subjectId: string;
  /** Ids, codes and names of changed fields. */
  detail?: Readonly<Record<string, unknown>>;
}

/** A fact that is recorded and announced in one call. */
export interface AuditedFact {
  /** Room and verb, for example `pipeline.candidacy_moved`. */
  fact: string;
  /** What it happened to: its type and id. */
  subject: readonly [type: string, id: string];
  /** Whom it is announced of, where that is not the subject itself; null: nobody is told. */
  about?: string | null;
  /** Ids, codes and names of changed fields. */
  detail?: Readonly<Record<string, unknown>>;
}
