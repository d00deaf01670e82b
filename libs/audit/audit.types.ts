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
