import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import type { Definition } from './definitions.sql.js';

/** Anything whose `query` answers the rows alone. */
export interface Reader {
  query: (sql: string, parameters?: unknown[]) => Promise<unknown>;
}

type Recorded = Pick<Definition, 'kind' | 'name'> & { readonly hash: string };

const hashOf = ({ sql }: Definition): string => createHash('sha256').update(sql).digest('hex');

/** Names of what this version defines otherwise than the database has it, or that only one of them knows. Reads only. */
export async function changedDefinitions(reader: Reader, definitions: readonly Definition[]): Promise<string[]> {
  const recorded = await recordedIn(reader);
  const wanted = definitions.map((definition) => `${definition.name} ${hashOf(definition)}`);
  const there = recorded.map(({ name, hash }) => `${name} ${hash}`);
  const differ = [
    ...wanted.filter((entry) => !there.includes(entry)),
    ...there.filter((entry) => !wanted.includes(entry)),
  ];
  return [...new Set(differ.map((entry) => entry.slice(0, entry.indexOf(' '))))];
}

/**
 * Takes away what was recorded when it was made, the last first, so that migrations may change any table below it. Views
 * that somebody else built on ours are in the way, and are named by Postgres.
 */
export async function dropDefinitions(runner: QueryRunner): Promise<void> {
  for (const { kind, name } of (await recordedIn(runner)).reverse()) {
    if (kind === 'view') await runner.query(`drop view ${name}`);
    if (kind === 'function')
      for (const signature of await signaturesOf(runner, name)) await runner.query(`drop function ${signature}`);
  }
  if (await isThere(runner)) await runner.query('delete from sql_definition');
}

/** Makes them in their order, and records that. */
export async function createDefinitions(runner: QueryRunner, definitions: readonly Definition[]): Promise<void> {
  for (const { sql } of definitions) await runner.query(sql);
  await runner.query(
    `insert into sql_definition (position, kind, name, hash)
     select position, kind, name, hash from unnest($1::text[], $2::text[], $3::text[])
       with ordinality as d (kind, name, hash, position)`,
    [definitions.map(({ kind }) => kind), definitions.map(({ name }) => name), definitions.map(hashOf)],
  );
}

async function recordedIn(reader: Reader): Promise<Recorded[]> {
  if (!(await isThere(reader))) return [];
  return (await reader.query('select kind, name, hash from sql_definition order by position')) as Recorded[];
}

async function isThere(reader: Reader): Promise<boolean> {
  const [row] = (await reader.query(`select to_regclass('public.sql_definition') is not null as any`)) as [
    { any: boolean },
  ];
  return row.any;
}

async function signaturesOf(runner: QueryRunner, name: string): Promise<string[]> {
  const rows: { signature: string }[] = await runner.query(
    `select oid::regprocedure::text as signature from pg_proc where proname = $1 and pronamespace = 'public'::regnamespace`,
    [name],
  );
  return rows.map(({ signature }) => signature);
}
