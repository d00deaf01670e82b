import type { CsvForm } from '@app/platform/files/csv-dialect.js';

/** In the order in which they are read: nothing refers to a later one. */
export const IMPORT_FILES = [
  'offices.csv',
  'holidays.csv',
  'users.csv',
  'clients.csv',
  'contacts.csv',
  'stages.csv',
  'searches.csv',
  'holds.csv',
  'reopenings.csv',
  'candidates.csv',
  'candidacies.csv',
  'stage_moves.csv',
  'activities.csv',
  'offers.csv',
] as const;
export type ImportFileName = (typeof IMPORT_FILES)[number];

/** The file of the import that is meant by a name, however it is written; null: none. */
export const importFileOf = (name: string): ImportFileName | null =>
  IMPORT_FILES.find((file) => file === name.trim().toLowerCase()) ?? null;

/** What refused rows of a file are called when they go out. */
export const refusedRowsOf = (file: ImportFileName): string => `refused-${file}`;

/** What one firm may ask of everybody's machine by uploads. The command line, which is the operator's, may more. */
export const IMPORT_QUOTAS = {
  bytesPerFile: 2 * 1024 ** 3,
  bytesPerRun: 4 * 1024 ** 3,
  rowsPerFile: 2_000_000,
  /** waiting and running */
  goingRuns: 5,
  runsPerDay: 50,
  /** More refused rows than this, and more than one in ten: the file is given up. */
  refusedRows: 10_000,
} as const;

/** When the reading of a file is given up. */
export interface FileLimits {
  readonly rows: number;
  readonly refusedRows: number;
}

/** How a file came, so that rows of it can go out in the same way. */
export interface FileShape {
  readonly form: CsvForm;
  /** its columns as its header spells them */
  readonly header: readonly string[];
}

export const FILE_STATES = ['waiting', 'running', 'done', 'refused'] as const;
export type FileState = (typeof FILE_STATES)[number];

export interface FileProgress {
  name: ImportFileName;
  rows: number;
  kept: number;
  refused: number;
  /** refused: nothing of it was kept. */
  state: FileState;
}

export type FileShapes = Partial<Record<ImportFileName, FileShape>>;

export interface ImportProgress {
  files: FileProgress[];
  /** What was passed over, in sentences. */
  notices: string[];
  /** Of the files that were begun and could be read. */
  shapes?: FileShapes;
  /** Somebody called it off. */
  stopped?: boolean;
}

export interface RefusalSummary {
  file: string;
  /** as a spreadsheet counts: the header is row 1 */
  row: number;
  column: string | null;
  sentence: string;
}

/** Why a row about somebody who was erased is refused; nothing more of it is kept. */
export const ASKED_TO_BE_FORGOTTEN = 'this person asked to be forgotten';

/** A refused row with all that is needed to mend it and send it again. */
export interface Refusal extends RefusalSummary {
  /** what rows of other files would name it by */
  ref: string | null;
  /** column -> cell as it was sent; of a column that means nothing here, `#` and its place */
  cells: Readonly<Record<string, string>>;
  /** the row itself, where it could not be split into cells */
  text: string | null;
}
