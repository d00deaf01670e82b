import pg from 'pg';
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
