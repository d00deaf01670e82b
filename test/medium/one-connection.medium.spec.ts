import { LoginsService } from '@app/auth/logins.service.js';
import { Database } from '@app/platform/database/database.js';
import { PASSWORD } from '../lib/anybody.js';
import { openTestApi, type TestApi } from './api.js';
import { takeRefused } from './one-connection.js';

const REFUSED = /another one was asked for/;

let api: TestApi;
let database: Database;
beforeAll(async () => {
  api = await openTestApi();
  database = api.app.get(Database);
});
afterAll(() => api.close());

describe('inside a transaction', () => {
  it.each([
    ['a question of its own', () => database.db.query('select 1')],
    ['a second transaction', () => database.transaction((tx) => tx.query('select 1'))],
    ['a connection of its own', () => database.onOneConnection((one) => one.query('select 1'))],
    ['a password to be hashed', () => api.app.get(LoginsService).choosePassword(PASSWORD)],
  ])('%s is refused in tests', async (_, ask) => {
    await expect(database.transaction(() => ask())).rejects.toThrow(REFUSED);
    expect(takeRefused()).toHaveLength(1);
    await expect(ask()).resolves.toBeDefined();
  });

  it('work that is waited for by nobody asks as it likes after the commit', async () => {
    let commit: (() => void) | undefined;
    const committed = new Promise<void>((resolve) => (commit = resolve));
    const { later } = await database.transaction(() =>
      Promise.resolve({ later: committed.then(() => database.db.query('select 1')) }),
    );
    commit?.();

    await expect(later).resolves.toHaveLength(1);
  });
});
