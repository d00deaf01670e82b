import { cursorMoment, pageOf, type KeyPart, type Page, type Place } from './page.js';

/** What a list can be sorted by: an expression over its row that never changes while the row does not. */
export interface Sortable {
  sql: string;
  type: KeyPart;
  /** some rows have no value: they come last, whichever way the list goes */
  optional?: true;
  /** what the expression needs beside the row */
  join?: string;
}

export interface SortedBy extends Sortable {
  down: boolean;
}

/** `name` goes up, `-name` goes down. */
export type Sort<Column extends string> = Column | `-${Column}`;

export const sortsOf = <Column extends string>(columns: readonly Column[]): readonly Sort<Column>[] =>
  columns.flatMap((column) => [column, `-${column}` as const]);

/** What a word such as `-name` asks for. */
export function sortedBy<Column extends string>(
  sortables: Readonly<Record<Column, Sortable>>,
  sort: Sort<Column> | undefined,
  otherwise: Sort<Column>,
): SortedBy {
  const known = new Map<string, Sortable>(Object.entries(sortables));
  const word = known.has(nameOf(sort)) ? String(sort) : otherwise;
  const sortable = known.get(nameOf(word));
  if (!sortable) throw new Error(`There is no order by ${word}.`);
  return { ...sortable, down: word.startsWith('-') };
}

const nameOf = (sort: unknown): string => String(sort).replace(/^-/, '');

const CAST: Readonly<Record<KeyPart, string>> = {
  text: '',
  uuid: '::uuid',
  moment: '::timestamptz',
  number: '::int',
  day: '::date',
};

interface Wanted {
  /** the rows, by the alias the expressions use */
  from: string;
  alias: string;
  columns: string;
  where: readonly string[];
  by: SortedBy;
  place: Place | null;
  limit: number;
  bind: (value: unknown) => string;
}

/**
 * One page of a sorted list as a statement; beside each row `sort_key`, its value as text. Rows without a value are a
 * part of their own, so both parts go along an index, if there is one.
 */
export function sortedPage(wanted: Wanted): string {
  const { by, place, limit, bind, alias } = wanted;
  const id = `${alias}.id`;
  const [way, beyond] = by.down ? ['desc', '<'] : ['asc', '>'];
  const parts: string[] = [];
  if (place?.value !== null) {
    const after = place
      ? [`(${by.sql}, ${id}) ${beyond} (${bind(place.value)}${CAST[by.type]}, ${bind(place.id)}::uuid)`]
      : [];
    const has = by.optional ? [`${by.sql} is not null`] : [];
    parts.push(part(wanted, [...has, ...after], `${by.sql} ${way}, ${id} ${way}`));
  }
  if (by.optional) {
    const after = place?.value === null ? [`${id} ${beyond} ${bind(place.id)}::uuid`] : [];
    parts.push(part(wanted, [`${by.sql} is null`, ...after], `${id} ${way}`));
  }
  return parts.length === 1 ? parts.join('') : `(select * from (${parts.join(' union all ')}) parts limit ${limit})`;
}

function part({ from, alias, columns, by, where, limit }: Wanted, more: readonly string[], order: string): string {
  return `(select ${columns}, ${keyOf(by)} as sort_key from ${from} ${alias} ${by.join ?? ''}
           where ${[...where, ...more].join(' and ')} order by ${order} limit ${limit})`;
}

const keyOf = ({ sql, type }: Sortable): string => (type === 'moment' ? cursorMoment(sql) : `(${sql})::text`);

/** The order of a page that was read: as its statement went. */
export const orderOf = ({ sql, down }: SortedBy, id: string): string =>
  `${sql} ${down ? 'desc' : 'asc'} nulls last, ${id} ${down ? 'desc' : 'asc'}`;

export interface Sorted {
  id: string;
  sort_key: string | null;
}

/** A page of rows that were read with their `sort_key`, which stays here. */
export function sortedPageOf<Row extends Sorted>(rows: readonly Row[], limit: number): Page<Omit<Row, 'sort_key'>> {
  const { items, next } = pageOf(rows, limit, ({ sort_key, id }) => (sort_key === null ? [id] : [sort_key, id]));
  return { items: items.map(({ sort_key: _, ...row }) => row), next };
}
