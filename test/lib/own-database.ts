import pg from 'pg';
import { newId } from '@app/platform/database/id.js';
import { migrate } from '@app/platform/migrate/migrate.js';
import { DEFINITIONS } from '@app/schema/schema.sql.js';

export interface OwnDatabase {
  url: string;
  drop: () => Promise<void>;
}

/**
 * A migrated database of the test's own. For tests of work that is not kept apart by firm: whoever delivers mails
 * delivers everybody's.
 */
export async function ownDatabase(serverUrl?: string): Promise<OwnDatabase> {
  const own = await emptyDatabase(serverUrl);
  await migrate(own.url, DEFINITIONS);
  return own;
}

/** One with nothing in it, not even a table. */
export async function emptyDatabase(serverUrl = process.env.TEST_DATABASE_URL): Promise<OwnDatabase> {
  if (!serverUrl) throw new Error('TEST_DATABASE_URL is not set: run these through "npm run medium"');
  const name = `own_${newId().replaceAll('-', '')}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  return { url, drop: () => admin(`drop database ${name} with (force)`) };
}
