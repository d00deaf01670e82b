import { LOGGED_KINDS } from '@app/activities/activities.types.js';
import { LAYERS, SIGNALS } from '@app/candidates/candidates.types.js';
import { CONTACT_ROLES } from '@app/clients/clients.types.js';
import { DECIDERS, OFFER_DECISIONS, OUTCOMES } from '@app/vocabulary/vocabulary.types.js';
import { ROLES } from '@app/identity/identity.types.js';
import { CLOSE_REASONS, ENGAGEMENTS } from '@app/searches/searches.types.js';
import { STAGE_KINDS } from '@app/stages/stages.types.js';
import { LOST, LOST_LETTER, seen } from '@app/platform/values/seen-text.js';
import { Wrong } from '@app/platform/values/wrong.js';
import type { ImportFileName } from './import-files.types.js';
import * as kind from './import-values.rules.js';
import type { KnownRows, ValueKind } from './import-values.rules.js';

export interface Column {
  /** as the header spells it */
  readonly name: string;
  readonly kind: ValueKind;
  readonly required: boolean;
  /** its name beside the row while it waits to be merged */
  readonly as: string;
  /** of a moment: which one a date alone stands for; its first moment where nothing is said */
  readonly day?: DayMeans;
  /** of a moment: whether it may lie ahead of now */
  readonly ahead?: boolean;
}

/**
 * What only ends with its day: `ends` happened on it, and everything else of that day before; `valid_through` lasts until
 * the day is over.
 */
export type DayMeans = 'ends' | 'valid_through';

export interface RefusedCell {
  readonly column: string | null;
  readonly sentence: string;
}

export interface ImportFile {
  readonly columns: readonly Column[];
  /** The columns by which rows of other files name a row of this one. */
  readonly ref: readonly string[];
  /** What cells of one row must agree on. */
  readonly agree?: (cell: (column: string) => string | null) => RefusedCell | null;
}

/** Where each column stands in a file as it came, -1 for an optional one that it leaves out. */
export interface Header {
  readonly width: number;
  readonly places: readonly number[];
  /** columns of the file that mean nothing to us */
  readonly unknown: readonly string[];
}

const REF = kind.text(200);
const NAME = kind.text(300);
const ENDS = ['placed', ...CLOSE_REASONS];

const optional = (name: string, valueKind: ValueKind, as = name): Column => ({
  name,
  kind: valueKind,
  required: false,
  as,
});
const required = (name: string, valueKind: ValueKind, as = name): Column => ({
  name,
  kind: valueKind,
  required: true,
  as,
});

const ends = (column: Column): Column => ({ ...column, day: 'ends' });
const mayLieAhead = (column: Column): Column => ({ ...column, ahead: true });

type Agreement = NonNullable<ImportFile['agree']>;

const together =
  (a: string, b: string): Agreement =>
  (cell) => {
    if ((cell(a) === null) === (cell(b) === null)) return null;
    const [empty, given] = cell(a) === null ? [a, b] : [b, a];
    return { column: empty, sentence: `${empty} is empty, but ${given} is filled in` };
  };

const onlyWith =
  (needed: string, ...columns: string[]): Agreement =>
  (cell) => {
    const given = cell(needed) === null ? columns.find((column) => cell(column) !== null) : undefined;
    return given ? { column: given, sentence: `${given} is filled in, but ${needed} is empty` } : null;
  };

const all =
  (...agreements: Agreement[]): Agreement =>
  (cell) => {
    for (const agreement of agreements) {
      const refused = agreement(cell);
      if (refused) return refused;
    }
    return null;
  };

/** The format, file by file. */
export const FILES: Readonly<Record<ImportFileName, ImportFile>> = {
  'offices.csv': {
    columns: [
      required('office', kind.text(100)),
      required('country', kind.country),
      optional('region', kind.subdivision),
      required('time_zone', kind.timeZone),
      optional('working_days', kind.workingDays),
    ],
    ref: ['office'],
    agree: (cell) => {
      const region = cell('region');
      if (region === null || region.startsWith(`${cell('country')}-`)) return null;
      return { column: 'region', sentence: `region "${region}" is not in the country ${cell('country')}` };
    },
  },
  'holidays.csv': {
    columns: [
      required('office', kind.keyOf('offices'), 'office_id'),
      required('date', kind.date),
      optional('name', kind.text(200)),
    ],
    ref: [],
  },
  'users.csv': {
    columns: [
      required('email', kind.loginEmail),
      required('name', kind.text(200)),
      required('role', kind.oneOf(...ROLES)),
      required('office', kind.keyOf('offices'), 'office_id'),
    ],
    ref: ['email'],
  },
  'clients.csv': {
    columns: [
      required('client_ref', REF),
      required('name', NAME),
      optional('domain', kind.domain),
      optional('country', kind.country),
      optional('industry', kind.text(200)),
      optional('parent_ref', REF),
    ],
    ref: ['client_ref'],
  },
  'contacts.csv': {
    columns: [
      required('contact_ref', REF),
      required('client_ref', REF),
      required('name', NAME),
      optional('email', kind.email),
      optional('role', kind.oneOf(...CONTACT_ROLES)),
    ],
    ref: ['contact_ref'],
  },
  'stages.csv': {
    columns: [
      required('stage', kind.code),
      required('label', kind.text(100)),
      required('kind', kind.oneOf(...STAGE_KINDS)),
      required('position', kind.wholeNumber(0, 1000)),
      optional('budget_working_days', kind.wholeNumber(1, 250)),
    ],
    ref: ['stage'],
  },
  'searches.csv': {
    columns: [
      required('search_ref', REF),
      required('client_ref', REF),
      required('title', NAME),
      required('role_key', kind.code),
      required('office', kind.keyOf('offices'), 'office_id'),
      required('lead_email', kind.keyOf('users', true), 'lead_user_id'),
      optional('team_emails', kind.keysOf('users'), 'team_user_ids'),
      optional('engagement', kind.oneOf(...ENGAGEMENTS)),
      optional('confidential', kind.yesNo),
      required('opened_at', kind.moment),
      optional('target_date', kind.date),
      ends(optional('closed_at', kind.moment)),
      optional('close_reason', kind.oneOf(...ENDS)),
      optional('region', kind.text(100)),
    ],
    ref: ['search_ref'],
    agree: together('closed_at', 'close_reason'),
  },
  'holds.csv': {
    columns: [
      required('search_ref', REF),
      required('started_at', kind.moment),
      mayLieAhead(optional('ended_at', kind.moment)),
      optional('reason', kind.text(500)),
    ],
    ref: [],
  },
  'reopenings.csv': {
    columns: [
      required('search_ref', REF),
      required('reopened_at', kind.moment),
      ends(optional('closed_at', kind.moment)),
      optional('close_reason', kind.oneOf(...ENDS)),
    ],
    ref: [],
    agree: together('closed_at', 'close_reason'),
  },
  'candidates.csv': {
    columns: [
      required('candidate_ref', REF),
      required('name', NAME),
      optional('email', kind.email),
      optional('phone', kind.phone),
      optional('profile_url', kind.webAddress),
      optional('city', kind.text(200)),
      optional('country', kind.country),
      optional('title', NAME),
      optional('employer', NAME),
      optional('layer', kind.oneOf(...LAYERS)),
      optional('signals', kind.someOf(...SIGNALS)),
      optional('source', kind.text(200)),
      mayLieAhead(optional('in_market_since', kind.moment)),
    ],
    ref: ['candidate_ref'],
  },
  'candidacies.csv': {
    columns: [
      required('search_ref', REF),
      required('candidate_ref', REF),
      optional('outcome', kind.oneOf(...OUTCOMES)),
      optional('outcome_by', kind.oneOf(...DECIDERS)),
      optional('outcome_reason', kind.text(200)),
      ends(optional('ended_at', kind.moment)),
    ],
    ref: ['search_ref', 'candidate_ref'],
    agree: all(together('outcome', 'ended_at'), onlyWith('outcome', 'outcome_by', 'outcome_reason')),
  },
  'stage_moves.csv': {
    columns: [
      required('search_ref', REF),
      required('candidate_ref', REF),
      required('stage', kind.keyOf('stages', true), 'stage_id'),
      required('at', kind.moment),
      optional('by_email', kind.keyOf('users', true), 'by_user_id'),
      optional('voided', kind.yesNo),
    ],
    ref: [],
  },
  'activities.csv': {
    columns: [
      optional('search_ref', REF),
      optional('candidate_ref', REF),
      optional('contact_ref', REF),
      required('kind', kind.oneOf(...LOGGED_KINDS)),
      required('at', kind.moment),
      optional('by_email', kind.keyOf('users', true), 'by_user_id'),
      optional('text', kind.text(1024 * 1024)),
    ],
    ref: [],
    agree: (cell) =>
      (cell('search_ref') ?? cell('candidate_ref') ?? cell('contact_ref'))
        ? null
        : {
            column: 'search_ref',
            sentence: 'search_ref, candidate_ref and contact_ref are all empty; fill in at least one',
          },
  },
  'offers.csv': {
    columns: [
      required('offer_ref', REF),
      required('search_ref', REF),
      required('candidate_ref', REF),
      required('extended_at', kind.moment),
      mayLieAhead({ ...optional('expires_at', kind.moment), day: 'valid_through' }),
      optional('decided_at', kind.moment),
      optional('decision', kind.oneOf(...OFFER_DECISIONS)),
      optional('currency', kind.currency),
      ...['base', 'bonus', 'equity_value'].map((name) => optional(name, kind.amount)),
      optional('vesting_months', kind.wholeNumber(0, 240)),
      ...['sign_on', 'relocation'].map((name) => optional(name, kind.amount)),
      optional('start_date', kind.date),
    ],
    ref: [],
    agree: together('decision', 'decided_at'),
  },
};

const nameIn = (cell: string): string => cell.replace(UNPRINTABLE, '').trim().toLowerCase();

/** The column that a cell of a header names. */
export const columnNamed = (file: ImportFile, cell: string): Column | undefined => {
  const name = nameIn(cell);
  return file.columns.find((column) => column.name === name);
};

/** Finds the columns of a file in its header row, or says why the whole file is refused. */
export function readHeader(file: ImportFile, cells: readonly string[]): Header | RefusedCell {
  const names = cells.map(nameIn);
  const named = new Set<string>();
  const twice = names.find((name) => name !== '' && (named.has(name) || !named.add(name)));
  if (twice !== undefined)
    return { column: shorten(twice), sentence: `the header names the column ${shorten(twice)} twice` };
  const missing = file.columns.find((column) => column.required && !names.includes(column.name));
  if (missing) {
    const hint = names.length === 1 && /[;\t]/.test(names[0] ?? '') ? '; columns are separated by commas' : '';
    const found = names.join(', ').slice(0, 200);
    const has = found === '' ? '' : `; it has: ${found}`;
    return { column: missing.name, sentence: `the header has no column ${missing.name}${has}${hint}` };
  }
  return {
    width: cells.length,
    places: file.columns.map((column) => names.indexOf(column.name)),
    unknown: names.filter((name) => name !== '' && !file.columns.some((column) => column.name === name)),
  };
}

/** One value per column in Postgres' text form, null where empty; or the first cell that cannot be taken. */
export function readRow(
  file: ImportFile,
  header: Header,
  cells: readonly string[],
  known: KnownRows,
): (string | null)[] | RefusedCell {
  if (cells.slice(header.width).some((cell) => cell.trim() !== '')) {
    return { column: null, sentence: `the row has ${count(cells.length)}, the header has ${count(header.width)}` };
  }
  const values: (string | null)[] = [];
  for (let i = 0; i < file.columns.length; i += 1) {
    const column = file.columns[i]!;
    const cell = withoutTextMark(seen(cells[header.places[i]!] ?? ''));
    if (cell.includes(LOST_LETTER)) return { column: column.name, sentence: `${column.name} ${LOST}` };
    if (cell === '') {
      if (column.required) return { column: column.name, sentence: `${column.name} is empty; every row needs a value` };
      values.push(null);
      continue;
    }
    const value = column.kind.read(cell, known);
    if (value instanceof Wrong) return { column: column.name, sentence: `${column.name} ${value.sentence}` };
    values.push(value);
  }
  const refused = file.agree?.((name) => values[file.columns.findIndex((column) => column.name === name)] ?? null);
  return refused ?? values;
}

/** Spreadsheets, and our own files of refused rows, mark a text that looks like a formula with an apostrophe. */
const withoutTextMark = (cell: string): string =>
  /^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1).trim() : cell;

const shorten = (name: string): string => (name.length > 100 ? `${name.slice(0, 99)}…` : name);

const UNPRINTABLE = /[\0-\x1f\x7f\p{Cs}]/gu;

const count = (cells: number): string => (cells === 1 ? '1 cell' : `${cells} cells`);
