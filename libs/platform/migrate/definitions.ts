import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import type { Definition } from './definitions.sql.js';

/** Anything whose `query` answers the rows alone. */
export interface Db {
  query: (sql: string, parameters?: unknown[]) => Promise<unknown>;
}

type Recorded = Pick<Definition, 'name'> & { readonly hash: string };

const hashOf = ({ sql }: Definition): string => createHash('sha256').update(sql).digest('hex');

/** Names of what this version defines otherwise than the database has it, or that only one of them knows. Reads only. */
export async function changedDefinitions(db: Db, definitions: readonly Definition[]): Promise<string[]> {
  const recorded = await recordedIn(db);
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
 * that somebody else built on ours are in the way, and are named by Postgres. In one go, because running processes wait.
 */
export async function dropDefinitions(runner: QueryRunner): Promise<void> {
  if (!(await isThere(runner))) return;
  await runner.query(`do $do$
    declare command text;
    begin
      for command in
        select format('drop %s %s', d.kind, coalesce(p.oid::regprocedure::text, v.oid::regclass::text))
        from sql_definition d
        left join pg_class v on d.kind = 'view' and v.relname = d.name and v.relkind = 'v'
          and v.relnamespace = 'public'::regnamespace
        left join pg_proc p on d.kind = 'function' and p.proname = d.name and p.pronamespace = 'public'::regnamespace
        where v.oid is not null or p.oid is not null
        order by d.position desc
      loop
        execute command;
      end loop;
      delete from sql_definition;
    end $do$`);
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

/** A view that somebody dropped is not there, whatever was recorded. */
async function recordedIn(db: Db): Promise<Recorded[]> {
  if (!(await isThere(db))) return [];
  return (await db.query(`
    select name, hash from sql_definition d
    where exists (select 1 from pg_class where relname = d.name and relnamespace = 'public'::regnamespace)
       or exists (select 1 from pg_proc where proname = d.name and pronamespace = 'public'::regnamespace)`)) as Recorded[];
}

async function isThere(db: Db): Promise<boolean> {
  const [row] = (await db.query(`select to_regclass('public.sql_definition') is not null as "isThere"`)) as [
    { isThere: boolean },
  ];
  return row.isThere;
}
