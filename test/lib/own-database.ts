import pg from 'pg';
import { newId } from '@app/platform/database/id.js';
import { migrate } from '@app/platform/database/migrate.js';

/**
 * A migrated database of the test's own. For tests of work that is not kept apart by firm: whoever delivers mails
 * delivers everybody's.
 */
export async function ownDatabase(
  serverUrl = process.env.TEST_DATABASE_URL,
): Promise<{ url: string; drop: () => Promise<void> }> {
  if (!serverUrl) throw new Error('TEST_DATABASE_URL is not set: run these through "npm run medium"');
  const name = `own_${newId().replaceAll('-', '')}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  await migrate(url);
  return { url, drop: () => admin(`drop database ${name} with (force)`) };
}
