export interface AuditEntry {
  firmId: string;
  /** null: the system itself. */
  actorId: string | null;
  /** Room and verb, for example `pipeline.candidacy_moved`. */
  action: string;
  subjectType: string;
  subjectId: string;
  /** Ids, codes and names of changed fields. */
  detail?: Readonly<Record<string, unknown>>;
}
