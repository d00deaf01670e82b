import { DomainError } from '../errors/domain-error.js';
import { isDay } from '../time/local-date.js';

/** One page of a list. `next` is handed back as `after`; null: this was the last page. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface PageRequest {
  after?: string;
  limit?: number;
}

export type PageErrorCode = 'unknown_cursor';

export type KeyPart = 'text' | 'uuid' | 'moment' | 'number' | 'day';

export const DEFAULT_PAGE = 50;
export const MAX_PAGE = 100;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NUMBER = /^-?\d{1,9}$/;
const DAY = /^(19|20)\d{2}-\d{2}-\d{2}$/;
const MOMENT = /^(19|20)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

const fits: Record<KeyPart, (value: string) => boolean> = {
  text: (value) => !value.includes('\0'),
  uuid: (value) => UUID.test(value),
  number: (value) => NUMBER.test(value),
  day: (value) => DAY.test(value) && isDay(value),
  moment: (value) => MOMENT.test(value) && isMoment(`${value.slice(0, 23)}Z`),
};

/** Date.parse lets 30 February through; Postgres does not. */
function isMoment(iso: string): boolean {
  const ms = Date.parse(iso);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === iso;
}

/** A moment as text that keeps Postgres' microseconds, for the key of a cursor. */
export const cursorMoment = (column: string): string =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Cuts the row that was read beyond the page and makes the cursor from the last row that stays. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly string[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next: more ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null };
}

/** The key a page starts after, or null for the first page. A cursor this server did not make is refused. */
export function readCursor(after: string | undefined, parts: readonly KeyPart[]): string[] | null {
  if (after === undefined) return null;
  const key = parse(after);
  if (key && isKey(key, parts)) return key;
  throw unknownCursor();
}

const isKey = (key: readonly string[], parts: readonly KeyPart[]): boolean =>
  key.length === parts.length && parts.every((part, i) => fits[part](key[i] ?? ''));

const unknownCursor = () =>
  new DomainError<PageErrorCode>(
    'unknown_cursor',
    'The list cannot continue from here; start again at its first page.',
  );

/** Where a page of a sorted list starts: after a row with this value, or after one that has none. */
export interface Place {
  value: string | null;
  id: string;
}

/** `optional`: some rows have no value. After one of those goes no list in which each has one. */
export function readPlace(
  after: string | undefined,
  { type, optional = false }: { type: KeyPart; optional?: boolean },
): Place | null {
  if (after === undefined) return null;
  const key = parse(after);
  const [first = '', second] = key ?? [];
  if (key && optional && isKey(key, ['uuid'])) return { value: null, id: first };
  if (key && second !== undefined && isKey(key, [type, 'uuid'])) return { value: first, id: second };
  throw unknownCursor();
}

function parse(after: string): string[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    return Array.isArray(key) && key.every((part) => typeof part === 'string') ? key : null;
  } catch {
    return null;
  }
}
