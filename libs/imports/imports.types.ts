import type { FileProgress, RefusalSummary } from '@app/import-files/import-files.types.js';

export const IMPORT_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export interface ImportRun {
  id: string;
  state: ImportState;
  checkOnly: boolean;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  problem: string | null;
  files: FileProgress[];
  notices: string[];
  refusals: RefusalSummary[];
  /** Refused rows may be about searches that others do not see: whoever started the import reads them, nobody else. */
  refusalsWithheld: boolean;
  refusedTotal: number;
  /** It waits or runs, and nobody has called it off yet. */
  mayCancel: boolean;
}

export type ImportSummary = Omit<ImportRun, 'refusals' | 'refusalsWithheld'>;

export type ImportsErrorCode =
  | 'import_not_found'
  | 'import_without_files'
  | 'unknown_import_file'
  | 'import_file_twice'
  | 'import_file_too_large'
  | 'import_running'
  | 'import_ended'
  | 'too_many_imports';
