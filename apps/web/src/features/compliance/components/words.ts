import type { ErasePerson, Erasure } from '../api/erasures';

export const REASON: Record<ErasePerson['reason'], string> = {
  their_request: 'At their request',
  retention: 'No longer needed',
  other: 'Other reason',
};

export const erasedBy = (by: Erasure['by']): string => by?.name ?? 'The command line';

const TABLE: Record<string, string> = {
  candidate: 'Record of the candidate',
  contact: 'Record of the contact',
  candidacy: 'Searches they are in',
  stage_move: 'Moves',
  interview: 'Interviews',
  offer: 'Offers',
  check_in: 'Check-ins',
  activity: 'Calls and notes',
  activity_version: 'Earlier wording of calls and notes',
  task: 'Tasks',
  stall_flag: 'Flags',
  flag_action: 'Actions on flags',
  reminder: 'Reminders',
  delivery: 'Emails',
  delivery_attempt: 'Attempts to send emails',
  mail_suppression: 'Addresses held back',
  import_run: 'Imports',
  import_refusal: 'Refused rows of imports',
  stored_file: 'Files',
  stored_file_chunk: 'Parts of files',
  search: 'Titles of searches',
  search_hold: 'Reasons of holds',
  search_criterion: 'Criteria of briefs',
  role_template: 'Role templates',
  audit_entry: 'Audit entries',
};

/** What a table holds, in a person's words. */
export const tableWords = (table: string): string => TABLE[table] ?? table.replaceAll('_', ' ');
