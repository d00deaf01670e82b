import type { LocalDate } from '@app/platform/time/local-date.js';
import type { ListName } from '@app/views/views.types.js';

/** Lists that are taken along; a file is called by it. */
export type SheetName = ListName | 'mail-log' | 'erasures' | 'reminders' | 'today';

export const SHEET_FORMATS = ['csv', 'xlsx'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** More than that is narrowed first. */
export const MOST_ROWS = 20_000;

/** What can be chosen of a list, in the order in which it stands there; what names a row is always in the sheet. */
export const CANDIDATE_COLUMNS = ['place', 'employer', 'layer', 'background', 'source', 'ref', 'active'] as const;
export const SEARCH_COLUMNS = [
  'health',
  'why',
  'client',
  'lead',
  'status',
  'active',
  'day',
  'opened',
  'target',
] as const;
export const CLIENT_COLUMNS = ['industry', 'country', 'domain', 'ref'] as const;

export type CellKind = 'text' | 'number' | 'day';
/** A day is a text too, and its column says that it is one. */
export type Cell = string | number | LocalDate | null;

export interface Head {
  head: string;
  kind: CellKind;
}

/** A sheet without its rows, which come after it. */
export interface SheetLook {
  title: string;
  heads: readonly Head[];
}

/** What a sheet is made of: a format, and the columns chosen as the list's address says them, `place.layer`. */
export interface AskedSheet {
  format: SheetFormat;
  columns?: string | undefined;
}

export interface SheetFile {
  name: string;
  type: string;
  bytes: Buffer;
  rows: number;
}

export type SheetErrorCode = 'too_many_rows' | 'sheet_too_slow';

/** More than that are not acted on at once. */
export const MOST_SELECTED = 1_000;

/** What an act needs to know of a row. */
export interface Selected {
  id: string;
  name: string;
  version: number;
}

/** `more`: these are the first of the list, and others match too. */
export interface Selection {
  items: Selected[];
  more: boolean;
}
