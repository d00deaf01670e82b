import type { RetentionDays } from './retention.types.js';

/** How long what nobody needs any more is kept, in days. docs/PRIVACY.md says the same. */
export const RETENTION_DAYS: RetentionDays = {
  /** Rows that an import refused, after the import ended; their number stays. */
  importRefusals: 30,
  /** Bytes of files whose import has ended and that were not emptied by it. */
  readUploads: 1,
  /** Sessions that ran out, counts of failed sign-ins, links to a new password or a verified address, used invitations. */
  endedAccess: 1,
};
