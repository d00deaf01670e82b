import { createHash } from 'node:crypto';
import { BulkSession } from '../database/bulk-session.js';
import { beginRestoring, lockToMigrate } from '../migrate/migrate.js';
import { migrations } from '../database/migrations.js';
import { BackupRefused, type Table, type TableEnd } from './backup-file.js';
import {
  COPY_SETTINGS,
  copied,
  type ForeignKey,
  hasTables,
  readForeignKeys,
  readTables,
  readViews,
} from './catalog.js';
import { type BackupContents, checkBackup, type OpenedBackup, readBackup } from './read-backup.js';

const NOT_EMPTY =
  'The database has tables already, and a restore never overwrites: create an empty database and name it in DATABASE_URL.';

export interface Restored extends BackupContents {
  /** tables that no migration makes, so nobody here knows them */
  readonly leftOut: readonly string[];
}

/**
 * Brings an empty database to what the backup holds, all of it or nothing: the file is read to its end before the first
 * row is written, and everything happens in one transaction. What was restored is read back and compared. Needs no more
 * rights than those of the database's owner. Until `endRestoring` no process starts on it.
 */
export async function restoreBackup(
  opened: OpenedBackup,
  databaseUrl: string,
  onTable: (name: string) => void = () => undefined,
): Promise<Restored> {
  const level = migrations.filter(({ name }) => opened.header.migrations.includes(name));
  const session = await BulkSession.open(databaseUrl, level);
  try {
    if (await hasTables(session)) throw new BackupRefused(NOT_EMPTY);
    const contents = await checkBackup(opened);
    let leftOut: string[] = [];
    await session.query(COPY_SETTINGS);
    await session.transaction(async () => {
      await lockToMigrate(session);
      if (await hasTables(session)) throw new BackupRefused(NOT_EMPTY);
      await session.migrate();
      leftOut = await fill(session, opened, contents, onTable);
      await beginRestoring(session);
      return 'commit';
    });
    await session.query('analyze');
    return { ...contents, leftOut };
  } finally {
    await session.close();
  }
}

/** Foreign keys are taken away and made again at the end, which checks them all at once, in whatever order rows came. */
async function fill(
  session: BulkSession,
  opened: OpenedBackup,
  { head, ends }: BackupContents,
  onTable: (name: string) => void,
): Promise<string[]> {
  await session.query('set constraints all immediate');
  const tables = await readTables(session);
  const leftOut = leftOutOf(head.tables, tables);
  const keys = await readForeignKeys(session);
  for (const { table, name } of keys) await session.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of tables) await session.query(`alter table ${name} disable trigger user`);
  await session.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);

  await readBackup(
    opened,
    async () => undefined,
    async (table, rows) => {
      onTable(table.name);
      if (leftOut.includes(table.name)) for await (const _chunk of rows);
      else await session.copyIn(copied(table), rows);
    },
  );
  for (const { name, value, called } of head.sequences)
    await session.query('select setval($1::regclass, $2::bigint, $3)', [name, value, called]);

  await makeKeys(session, keys);
  for (const { name } of tables) await session.query(`alter table ${name} enable trigger user`);
  for (const table of tables) await compare(session, table, ends[table.name]);
  for (const view of await readViews(session)) await session.query(`select 1 from ${view} limit 1`);
  return leftOut;
}

/** Tables that somebody added by hand are not ours to make; those of ours must be the same in every column. */
function leftOutOf(theirs: readonly Table[], ours: readonly Table[]): string[] {
  const wanted = new Map(theirs.map((table) => [table.name, copied(table)]));
  const different = ours.filter((table) => wanted.get(table.name) !== copied(table)).map(({ name }) => name);
  if (different.length > 0)
    throw new BackupRefused(`The backup has other columns than its migrations make, in ${different.join(', ')}.`);
  const known = new Set(ours.map(({ name }) => name));
  return theirs.map(({ name }) => name).filter((name) => !known.has(name));
}

async function makeKeys(session: BulkSession, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys)
    await session.query(`alter table ${table} add constraint ${name} ${definition}`);
}

/** Read back, it must be the same text: rows, columns, order. */
async function compare(session: BulkSession, table: Table, end: TableEnd | undefined): Promise<void> {
  const hash = createHash('sha256');
  const rows = session.copyOut(copied(table));
  for await (const chunk of rows as AsyncIterable<Buffer>) hash.update(chunk);
  if (rows.rowCount !== end?.rows || hash.digest('hex') !== end.sha256)
    throw new BackupRefused(`${table.name} came out of the database other than it went in: nothing was restored.`);
}
