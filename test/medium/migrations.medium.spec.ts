import { migrate } from '@app/platform/database/migrate.js';
import { testDatabaseUrl } from './database.js';

describe('migrations', () => {
  it('are applied once, however many processes start them together', async () => {
    const url = await testDatabaseUrl();

    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);

    expect(applied).toEqual([[], [], []]);
  });
});
