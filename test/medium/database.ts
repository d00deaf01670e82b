import { DataSource } from 'typeorm';
import { migrate } from '@app/platform/database/migrate.js';
import { dataSourceOptions } from '@app/platform/database/data-source.js';

/** The migrated test database. Tests keep apart by making a firm of their own, so files may run side by side. */
export async function testDatabaseUrl(): Promise<string> {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run these through "npm run medium"');
  await migrate(url);
  return url;
}

export async function openTestDatabase(): Promise<DataSource> {
  const url = await testDatabaseUrl();
  return new DataSource(dataSourceOptions({ DATABASE_URL: url, DATABASE_POOL: 5 })).initialize();
}
