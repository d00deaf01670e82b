import { DataSource } from 'typeorm';
import { dataSourceOptions } from '@app/platform/database/data-source.js';
import { migrate } from '@app/platform/database/migrate.js';
import { migrations } from '@app/platform/database/migrations.js';
import { emptyDatabase } from '../lib/own-database.js';

describe('migrations', () => {
  it('are applied once to an empty database, however many processes start them together', async () => {
    const { url, drop } = await emptyDatabase();

    const applied = await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url), migrate(url)]);

    expect(applied.map((names) => names.length).sort((a, b) => b - a)).toEqual([migrations.length, 0, 0, 0, 0]);
    expect(await migrate(url)).toEqual([]);
    await drop();
  });

  it('can be taken back one after the other, and applied again', async () => {
    const { url, drop } = await emptyDatabase();
    await migrate(url);
    const dataSource = await new DataSource(dataSourceOptions({ DATABASE_URL: url, DATABASE_POOL: 1 })).initialize();

    for (const _ of migrations) await dataSource.undoLastMigration({ transaction: 'each' });

    const [{ left }] = await dataSource.query(
      `select count(*)::int as left from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
         and relname <> 'migrations'`,
    );
    await dataSource.destroy();
    expect(left).toBe(0);
    expect(await migrate(url)).toHaveLength(migrations.length);
    await drop();
  });
});
