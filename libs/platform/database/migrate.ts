import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { runMigrations as prepareQueueTables } from 'bullmq';
import { openDataSource } from './data-source.js';

/** Any fixed number; all Searchlight processes must agree on it. */
const LOCK = 5_317_052_026;

/** Brings the database to this version. Safe to start from any number of processes: one migrates, the others wait. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const guard = new pg.Client({ connectionString: databaseUrl, application_name: 'searchlight-migrate' });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [LOCK]);
    const dataSource = await openDataSource(databaseUrl);
    try {
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

/** Migrations of this version that the database lacks, by name. Reads only, also of a database without any. */
export async function missingMigrations(reader: EntityManager): Promise<string[]> {
  const [known] = await reader.query<[{ any: boolean }]>(`select to_regclass('public.migrations') is not null as any`);
  const applied: { name: string }[] = known.any ? await reader.query('select name from migrations') : [];
  const names = new Set(applied.map(({ name }) => name));
  return reader.dataSource.migrations.flatMap(({ name }) => (name && !names.has(name) ? [name] : []));
}

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
