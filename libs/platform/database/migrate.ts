import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { runMigrations as prepareQueueTables } from 'bullmq';
import { StartRefused } from '../errors/start-refused.js';
import { BulkSession } from './bulk-session.js';
import { openDataSource } from './data-source.js';
import { migrations } from './migrations.js';

/** Any fixed number; all Searchlight processes must agree on it. */
const LOCK = 5_317_052_026;

/** Stands among the migrations while a restore is not through, so that no process starts on half of one. */
const RESTORING = 'RestoreUnderWay';

/**
 * Brings the database to this version, unless it was brought to a newer one. Safe to start from any number of processes: one
 * migrates, the others wait.
 */
export async function migrate(databaseUrl: string, { restoring = false } = {}): Promise<string[]> {
  const guard = new pg.Client({ connectionString: databaseUrl, application_name: 'searchlight-migrate' });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [LOCK]);
    const dataSource = await openDataSource(databaseUrl);
    try {
      if (!restoring) refuseNewer(await appliedMigrations(guard));
      await dataSource.query("set lock_timeout = '5s'");
      const applied = await dataSource.runMigrations({ transaction: 'each' });
      await prepareQueueTables(guard);
      return applied.map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await guard.end();
  }
}

/** Anything that answers `query` as pg does. */
interface Asked {
  query: (sql: string) => Promise<{ rows: unknown[] }>;
}

/** Anything whose `query` answers the rows alone. */
interface Reader {
  query: (sql: string) => Promise<unknown>;
}

/** Names in the order in which they were applied; none in a database without any. */
export async function appliedMigrations(client: Asked): Promise<string[]> {
  const { rows: known } = await client.query(`select to_regclass('public.migrations') is not null as any`);
  if (!(known as [{ any: boolean }])[0].any) return [];
  const { rows } = await client.query('select name from migrations order by id');
  return (rows as { name: string }[]).map(({ name }) => name);
}

/** Migrations of this version that the database lacks, by name. Reads only, also of a database without any. */
export async function missingMigrations(reader: Reader): Promise<string[]> {
  const applied = new Set(await appliedMigrations(asPg(reader)));
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}

/** Applied by a newer version: what they changed, this one neither knows nor keeps right. */
export const unknownMigrations = (applied: readonly string[]): string[] => {
  const ours = new Set(migrations.map(({ name }) => name));
  return applied.filter((name) => !ours.has(name));
};

/** One sentence that names them and says what to do. */
export const newerSchema = (unknown: readonly string[]): string =>
  `the database was migrated by a newer version; this one does not know ${named(unknown)}. ` +
  'Start the newer version, or restore the backup from before the upgrade with this one (docs/OPERATIONS.md, Rollback)';

const named = (names: readonly string[]): string =>
  names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');

export const newerBackup = (file: string, unknown: readonly string[]): string =>
  `${file} was made of a database of a newer version; this one does not know ${named(unknown)}. Restore it with the newer version.`;

/** Others may read and write meanwhile, but nobody migrates until the session ends. */
export async function lockAgainstMigrating(session: BulkSession): Promise<void> {
  await session.query('select pg_advisory_lock_shared($1)', [LOCK]);
}

/** Until the transaction ends. */
export async function lockToMigrate(session: BulkSession): Promise<void> {
  await session.query('select pg_advisory_xact_lock($1)', [LOCK]);
}

export async function beginRestoring(session: BulkSession): Promise<void> {
  await session.query('insert into migrations ("timestamp", name) values (0, $1)', [RESTORING]);
}

export async function endRestoring(databaseUrl: string): Promise<void> {
  const session = await BulkSession.open(databaseUrl);
  await session.query('delete from migrations where name = $1', [RESTORING]).finally(() => session.close());
}

const HALF_RESTORED =
  'a restore into this database was not finished: drop the database, create it again and repeat the restore';

export function refuseNewer(applied: readonly string[]): void {
  const unknown = unknownMigrations(applied);
  if (unknown.includes(RESTORING)) throw new StartRefused([HALF_RESTORED]);
  if (unknown.length > 0) throw new StartRefused([newerSchema(unknown)]);
}

const asPg = (reader: Reader): Asked => ({
  query: async (sql) => ({ rows: (await reader.query(sql)) as unknown[] }),
});

/** Waits until somebody has brought the database to this version; false when it is told to stop before that. */
export async function untilMigrated(
  reader: EntityManager,
  signal: AbortSignal,
  onWait: (missing: number) => void,
): Promise<boolean> {
  while (!signal.aborted) {
    const missing = await missingMigrations(reader);
    if (missing.length === 0) return true;
    onWait(missing.length);
    await pause(1_000, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
