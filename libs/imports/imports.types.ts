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

export const isImportFile = (name: string): name is ImportFileName =>
  (IMPORT_FILES as readonly string[]).includes(name);

export interface FileProgress {
  name: ImportFileName;
  rows: number;
  kept: number;
  refused: number;
  /** refused: none of it could be read. */
  state: 'waiting' | 'running' | 'done' | 'refused';
}

export interface ImportProgress {
  files: FileProgress[];
  /** What was passed over, in sentences. */
  notices: string[];
}

export interface RefusalSummary {
  file: string;
  /** as a spreadsheet counts: the header is row 1 */
  row: number;
  column: string | null;
  sentence: string;
}

/** A refused row with all that is needed to mend it and send it again. */
export interface Refusal extends RefusalSummary {
  /** what rows of other files would name it by */
  ref: string | null;
  /** column -> cell as it was sent */
  cells: Readonly<Record<string, string>>;
  /** the row itself, where it could not be split into cells */
  text: string | null;
}

export type ImportState = 'waiting' | 'running' | 'done' | 'failed';

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
  refusedTotal: number;
}

export type ImportSummary = Omit<ImportRun, 'refusals'>;

export type ImportsErrorCode =
  | 'import_not_found'
  | 'import_without_files'
  | 'unknown_import_file'
  | 'import_file_twice'
  | 'import_file_too_large'
  | 'import_running';
