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
});
