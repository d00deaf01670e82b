import type { BulkSession } from '../database/bulk-session.js';
import type { Head, Table } from './backup-file.js';

/** What is ours; the queue's tables are not: nothing that is owed stands in them. */
const SCHEMAS = `('public', 'auth')`;
/** Restored by migrating. */
const NOT_DATA = `(select unnest(array_remove(array[to_regclass('public.migrations'), to_regclass('public.sql_definition'),
  to_regclass('public.earlier_definition')], null)))`;

/** So that a text means the same wherever it is written and read; tables are read from their beginning. */
export const COPY_SETTINGS = `set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 1; set bytea_output = 'hex'; set client_encoding = 'UTF8'; set synchronize_seqscans = off`;

/** Those that survive a crash: what is unlogged counts attempts for an hour. */
export function readTables(session: BulkSession): Promise<Table[]> {
  return session.query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name,
           (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname in ${SCHEMAS} and c.oid not in ${NOT_DATA}
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1`);
}

export async function readSequences(session: BulkSession): Promise<Head['sequences']> {
  const found = await session.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and n.nspname in ${SCHEMAS}
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.refobjid in ${NOT_DATA})
    order by 1`);
  const sequences = [];
  for (const { name } of found) {
    const [row] = await session.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    );
    if (row) sequences.push({ name, ...row });
  }
  return sequences;
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

export function readForeignKeys(session: BulkSession): Promise<ForeignKey[]> {
  return session.query<ForeignKey>(`
    select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name,
           pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and n.nspname in ${SCHEMAS} order by 1, 2`);
}

export async function readViews(session: BulkSession): Promise<string[]> {
  const rows = await session.query<{ name: string }>(`
    select format('%I.%I', schemaname, viewname) as name from pg_views where schemaname in ${SCHEMAS} order by 1`);
  return rows.map(({ name }) => name);
}

/** Anything at all that could be in the way; what belongs to an extension is not. */
export async function hasTables(session: BulkSession): Promise<boolean> {
  const [row] = await session.query<{ inTheWay: boolean }>(`
    select exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where c.relkind in ('r', 'p', 'v', 'm') and n.nspname in ${SCHEMAS}
                     and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as "inTheWay"`);
  return row?.inTheWay === true;
}

export const copied = ({ name, columns }: Table): string => `${name} (${columns.join(', ')})`;
