import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type EntityManager, MigrationExecutor, type QueryRunner } from 'typeorm';
import { runMigrations as prepareQueueTables } from 'bullmq';
import { StartRefused } from '../errors/start-refused.js';
import { BulkSession } from '../database/bulk-session.js';
import { openDataSource } from '../database/data-source.js';
import { sqlState } from '../database/database.js';
import type { Definition } from './definitions.sql.js';
import { changedDefinitions, createDefinitions, dropDefinitions, type Db } from './definitions.js';
import { migrations } from '../database/migrations.js';
import { waitForEver } from '../database/outage.js';

/** Any fixed number; all Searchlight processes must agree on it. */
const LOCK = 5_317_052_026;

/** Stands among the migrations while a restore is not through, so that no process starts on half of one. */
const RESTORING = 'RestoreUnderWay';

/**
 * Brings the database to this version, unless it was brought to a newer one: all of it in one transaction, or nothing. Safe
 * to start from any number of processes: one migrates, the others wait. What was applied, by name.
 */
export async function migrate(
  databaseUrl: string,
  definitions: readonly Definition[],
  { restoring = false } = {},
): Promise<Changes> {
  const guard = new pg.Client({ connectionString: databaseUrl, application_name: 'searchlight-migrate' });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [LOCK]);
    if (!restoring) refuseNewer(await appliedMigrations(guard));
    const changes = await pendingChanges(rowsOf(guard), definitions);
    if (!isNone(changes)) await bringUp(databaseUrl, definitions);
    await prepareQueueTables(guard);
    return changes;
  } finally {
    await guard.end();
  }
}

/** What brings a database to this version. */
export interface Changes {
  readonly migrations: readonly string[];
  /** views and functions whose words are others than those that made them, or that are no more */
  readonly definitions: readonly string[];
}

/** What the database lacks of this version. Reads only, also of a database without anything. */
export async function pendingChanges(db: Db, definitions: readonly Definition[]): Promise<Changes> {
  const applied = new Set(await appliedMigrations(asPg(db)));
  return {
    migrations: migrations.map(({ name }) => name).filter((name) => !applied.has(name)),
    definitions: await changedDefinitions(db, definitions),
  };
}

const isNone = ({ migrations: some, definitions }: Changes): boolean => some.length + definitions.length === 0;

/** What is missing, in words; null: nothing. */
export function lackOf({ migrations: some, definitions }: Changes): string | null {
  if (some.length > 0) return some.length === 1 ? 'a migration' : `${some.length} migrations`;
  return definitions.length > 0 ? 'the views and functions' : null;
}

/**
 * Running processes hold views in any order, each until its transaction ends. So whatever is in the way is waited for less
 * long than Postgres takes to call it a deadlock, then everything is let go, and tried again.
 */
const WAIT_FOR_VIEWS = '200ms';
const TRIES = 50;
const LOCK_NOT_AVAILABLE = '55P03';

/** Views and functions are taken away before the migrations, which so may change any table, and made again behind them. */
async function bringUp(databaseUrl: string, definitions: readonly Definition[]): Promise<void> {
  const dataSource = await openDataSource(databaseUrl, 1);
  const runner = dataSource.createQueryRunner();
  try {
    await waitForEver(runner);
    await takeAway(runner);
    await runner.query("set local lock_timeout = '5s'");
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'all';
    await executor.executePendingMigrations();
    await createDefinitions(runner, definitions);
    await runner.commitTransaction();
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}

/** Begins the transaction in which they are away. */
async function takeAway(runner: QueryRunner): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    await runner.startTransaction();
    try {
      await runner.query(`set local lock_timeout = '${WAIT_FOR_VIEWS}'`);
      return await dropDefinitions(runner);
    } catch (error) {
      if (left === 1 || sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
      await runner.rollbackTransaction();
      await pause(Math.random() * 100);
    }
  }
}

/** Anything that answers `query` as pg does. */
interface Asked {
  query: (sql: string) => Promise<{ rows: unknown[] }>;
}

/** Names in the order in which they were applied; none in a database without any. */
export async function appliedMigrations(client: Asked): Promise<string[]> {
  const { rows: known } = await client.query(`select to_regclass('public.migrations') is not null as "isThere"`);
  if (!(known as [{ isThere: boolean }])[0].isThere) return [];
  const { rows } = await client.query('select name from migrations order by id');
  return (rows as { name: string }[]).map(({ name }) => name);
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

const rowsOf = (client: pg.Client): Db => ({
  query: async (sql, parameters) => (await client.query(sql, parameters)).rows,
});

const asPg = (db: Db): Asked => ({
  query: async (sql) => ({ rows: (await db.query(sql)) as unknown[] }),
});

/** Waits until somebody has brought the database to this version; false when it is told to stop before that. */
export async function untilMigrated(
  db: EntityManager,
  definitions: readonly Definition[],
  signal: AbortSignal,
  onWait: (lack: string) => void,
): Promise<boolean> {
  while (!signal.aborted) {
    const lack = lackOf(await pendingChanges(db, definitions));
    if (lack === null) return true;
    onWait(lack);
    await pause(1_000, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
