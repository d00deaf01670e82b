import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrate } from '@app/platform/migrate/migrate.js';
import { DEFINITIONS } from '@app/schema/schema.sql.js';
import { dataSourceOptions } from '@app/platform/database/data-source.js';

/**
 * The migrated test database of this jest worker. Tests of one file keep apart by making a firm of their own; files that
 * run side by side have a database each, because a sweep or a planner looks at every firm.
 */
export async function testDatabaseUrl(): Promise<string> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run these through "npm run medium"');
  const name = `worker_${process.env.JEST_WORKER_ID ?? '1'}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await migrate(url, DEFINITIONS);
  return url;
}

export async function openTestDatabase(): Promise<DataSource> {
  const url = await testDatabaseUrl();
  return new DataSource(dataSourceOptions({ DATABASE_URL: url, DATABASE_POOL: 5 })).initialize();
}
