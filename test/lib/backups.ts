import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openBackup } from '@app/platform/backup/read-backup.js';
import { restoreBackup, type Restored } from '@app/platform/backup/restore-backup.js';
import { type BackupMade, type BackupOrder, writeBackup } from '@app/platform/backup/write-backup.js';

export const PASSPHRASE = 'correct horse battery staple';

/** A folder that is gone when the tests are. */
export function backupFolder(): { file: (name: string) => string; remove: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-backup-'));
  return { file: (name) => path.join(folder, name), remove: () => fs.rmSync(folder, { recursive: true }) };
}

export const backupOf = (databaseUrl: string, file: string, order: Partial<BackupOrder> = {}): Promise<BackupMade> =>
  writeBackup({ databaseUrl, file, passphrase: null, secrets: {}, now: new Date('2026-11-29T02:00:00Z'), ...order });

export const restoreOf = async (
  file: string,
  databaseUrl: string,
  passphrase: string | null = null,
): Promise<Restored> => restoreBackup(await openBackup(file, passphrase), databaseUrl);

export async function ask<Row>(databaseUrl: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Tables and views in it; 0 of an empty database. */
export async function tablesIn(databaseUrl: string): Promise<number> {
  const [row] = await ask<{ count: number }>(
    databaseUrl,
    `select count(*)::int as count from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v') and n.nspname in ('public', 'auth')
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  );
  return row?.count ?? 0;
}

/** What must be true of any database of the product, restored or not; each query finds what breaks it. */
export const INVARIANTS: Readonly<Record<string, string>> = {
  'a card that stands elsewhere than its clock says': `
    select c.id from firm f cross join lateral candidacy_clock(f.id, now() + interval '1 s') k
    join candidacy c on c.firm_id = f.id and c.id = k.candidacy_id
    where (c.stage_id, c.last_progress_at, c.progress_key) is distinct from (k.stage_id, k.last_progress_at, k.progress_key)`,
  'a search that stands elsewhere than its clock says': `
    select s.id from firm f cross join lateral search_clock(f.id, now() + interval '1 s') k
    join search s on s.firm_id = f.id and s.id = k.search_id
    where (s.status, s.last_progress_at, s.progress_key) is distinct from (k.status, k.last_progress_at, k.progress_key)`,
  'an open flag about an episode that is over': `
    select o.id from open_flag o join stall_flag f on f.firm_id = o.firm_id and f.id = o.id where f.state <> 'open'`,
  'a reminder in a mail that is not there': `
    select r.id from reminder r left join delivery d on d.firm_id = r.firm_id and d.id = r.delivery_id
    where r.delivery_id is not null and d.id is null`,
  'two mails for one': `select message_id from delivery group by 1 having count(*) > 1`,
  'a foreign key that was never checked': `select conname from pg_constraint where contype = 'f' and not convalidated`,
  'a trigger that is off': `
    select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'auth') and tgenabled = 'D'`,
};

/** What is broken, by the name of the invariant. */
export async function brokenIn(databaseUrl: string): Promise<string[]> {
  const broken = [];
  for (const [name, sql] of Object.entries(INVARIANTS))
    if ((await ask(databaseUrl, `${sql} limit 1`)).length > 0) broken.push(name);
  return broken;
}

/** Tables, columns, keys, triggers and indexes in words: equal in databases of one version. */
export const schemaOf = (databaseUrl: string): Promise<{ what: string }[]> =>
  ask(
    databaseUrl,
    `select format('%s %s', c.oid::regclass, pg_get_constraintdef(k.oid)) as what
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth')
     union select pg_get_triggerdef(t.oid) || t.tgenabled::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
     join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and n.nspname in ('public', 'auth')
     union select indexdef from pg_indexes where schemaname in ('public', 'auth')
     order by 1`,
  );

/** The same with columns, and with views and functions word by word. */
export async function catalogueOf(databaseUrl: string): Promise<string[]> {
  const schema = await schemaOf(databaseUrl);
  const more = await ask<{ what: string }>(
    databaseUrl,
    `select format('%s.%s %s %s %s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                   pg_get_expr(d.adbin, d.adrelid)) as what
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where n.nspname in ('public', 'auth') and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
     union select format('%s as %s', c.oid::regclass, pg_get_viewdef(c.oid)) from pg_class c
     where c.relkind = 'v' and c.relnamespace = 'public'::regnamespace
     union select pg_get_functiondef(p.oid) from pg_proc p
     where p.pronamespace = 'public'::regnamespace
       and not exists (select 1 from pg_depend x where x.objid = p.oid and x.deptype = 'e')
     order by 1`,
  );
  return [...schema, ...more].map(({ what }) => what);
}
