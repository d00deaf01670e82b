import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import { addSearch } from '../../apps/cli/src/commands/search.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { runCommand } from '../lib/command.js';
import { TEST_AUTH_SECRET } from './api.js';
import { openTestDatabase, testDatabaseUrl } from './database.js';

let dataSource: DataSource;
let firm: TestFirm;
beforeAll(async () => {
  dataSource = await openTestDatabase();
  Object.assign(process.env, { DATABASE_URL: await testDatabaseUrl(), AUTH_SECRET: TEST_AUTH_SECRET });
});
afterAll(() => dataSource.destroy());
beforeEach(async () => {
  firm = await aFirm(dataSource, { name: `Firm ${newId()}` });
});

const REASON = 'The lead has left';
const breakGlass = (...words: string[]) =>
  runCommand([addSearch], ['search', 'break-glass', '--reason', REASON, '--firm', firm.name, ...words]);
const leave = (id: string) => dataSource.query('update firm_user set deactivated_at = now() where id = $1', [id]);
const membersOf = async (searchId: string) =>
  (
    await dataSource.query<{ id: string }[]>('select user_id as id from search_member where search_id = $1', [searchId])
  ).map(({ id }) => id);

describe('the last key to a confidential search, by command line', () => {
  it('puts an admin on its team, by its reference, as the system, and tells the team', async () => {
    const { admin, partner } = firm.users;
    const searchId = await aSearch(dataSource, firm, { ref: 'S-1', confidential: true });

    const opened = await breakGlass('--admin', admin.email.toUpperCase(), '--search', 'S-1');

    expect(opened).toEqual({ status: 0, printed: 'Opened: S-1.\n', complained: '' });
    expect(await membersOf(searchId)).toEqual([admin.id]);
    const told = await dataSource.query('select assignee_id as id, title from task where search_id = $1', [searchId]);
    expect(told).toEqual([{ id: partner.id, title: expect.stringContaining(`Reason: ${REASON}`) }]);
    const entries = `select actor_id, detail from audit_entry where subject_id = $1 and action = 'searches.glass_broken'`;
    expect(await dataSource.query(entries, [searchId])).toEqual([
      { actor_id: null, detail: { adminId: admin.id, toldUserIds: [partner.id] } },
    ]);
  });

  it('without a reference opens those that nobody can reach, and says so where there are none', async () => {
    const { admin, partner } = firm.users;
    const searchId = await aSearch(dataSource, firm, { ref: 'S-1', confidential: true });

    expect((await breakGlass('--admin', admin.email)).printed).toBe('There is nothing to open.\n');
    await leave(partner.id);
    const opened = await breakGlass('--admin', admin.email, '--json');

    expect(JSON.parse(opened.printed)).toEqual({ items: [{ id: searchId, ref: 'S-1' }] });
    expect(await membersOf(searchId)).toEqual([admin.id]);
  });

  it('is for an admin who can sign in, and for searches there are', async () => {
    const { admin, partner } = firm.users;
    const searchId = await aSearch(dataSource, firm, { ref: 'S-1', confidential: true });
    const invited = `invited-${newId()}@firm.example`;
    await dataSource.query(
      `insert into firm_user (firm_id, id, email, name, role, office_id) values ($1, $2, $3, 'Invited', 'admin', $4)`,
      [firm.id, newId(), invited, firm.officeId],
    );

    const refused = [partner.email, invited, 'nobody@firm.example'].map(
      (email) => [email, `${email} is not an admin of this firm.\n`] as const,
    );
    for (const [email, complained] of refused)
      expect(await breakGlass('--admin', email, '--search', 'S-1')).toEqual({ status: 1, printed: '', complained });
    expect(await breakGlass('--admin', admin.email, '--search', 'S-404')).toMatchObject({ status: 1, printed: '' });
    await leave(admin.id);
    expect((await breakGlass('--admin', admin.email, '--search', 'S-1')).status).toBe(1);
    expect(await membersOf(searchId)).toEqual([]);
  });
});
