import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import { addPeople } from '../../apps/cli/src/commands/people.js';
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

const user = (...words: string[]) => runCommand([addPeople], ['user', ...words, '--firm', firm.name]);
const stored = async (email: string) =>
  (
    await dataSource.query<{ role: string; left: boolean }[]>(
      'select role, deactivated_at is not null as left from firm_user where firm_id = $1 and email = $2',
      [firm.id, email],
    )
  )[0];

describe('people by command line', () => {
  it('are invited, listed, and invited again', async () => {
    const email = `new-${newId()}@firm.example`;
    const given = ['--email', email.toUpperCase(), '--name', 'Maja New', '--role', 'consultant'];

    const invited = await user('invite', ...given);
    const again = await user('invite', '--email', email);
    const list = await user('list');

    expect(invited).toEqual({ status: 0, printed: `An invitation is on its way to ${email}.\n`, complained: '' });
    expect(again.status).toBe(0);
    expect(list.printed).toMatch(new RegExp(`${email} +consultant +invited +Maja New`));
    const announced = await dataSource.query(
      `select 1 from outbox where firm_id = $1 and fact = 'invitations.invitation_asked'`,
      [firm.id],
    );
    expect(announced).toHaveLength(2);
  });

  it('get another role, leave with a hand-over, and come back', async () => {
    const { consultant, partner } = firm.users;
    const searchId = await aSearch(dataSource, firm, { leadUserId: consultant.id });

    expect((await user('set-role', '--email', consultant.email, '--role', 'partner')).status).toBe(0);
    expect(await stored(consultant.email)).toEqual({ role: 'partner', left: false });
    const left = await user('deactivate', '--email', consultant.email, '--to', partner.email);
    expect(left.printed).toBe(`${consultant.email} cannot sign in any more; ${partner.email} has taken over.\n`);
    expect(await stored(consultant.email)).toEqual({ role: 'partner', left: true });
    expect(await dataSource.query('select lead_user_id as id from search where id = $1', [searchId])).toEqual([
      { id: partner.id },
    ]);
    expect((await user('reactivate', '--email', consultant.email)).status).toBe(0);
    expect(await stored(consultant.email)).toEqual({ role: 'partner', left: false });
  });

  it('are refused in a sentence where the screen refuses', async () => {
    const { admin, partner } = firm.users;
    const last = 'This is the last admin of the firm. Make somebody else an admin first.\n';

    const demoted = await user('set-role', '--email', admin.email, '--role', 'partner');
    const deactivated = await user('deactivate', '--email', admin.email, '--to', partner.email);
    const unknown = await user('reactivate', '--email', 'nobody@firm.example');
    const wrong = await user('set-role', '--email', admin.email, '--role', 'boss');

    expect(demoted).toEqual({ status: 1, printed: '', complained: last });
    expect(deactivated).toEqual({ status: 1, printed: '', complained: last });
    expect(unknown).toMatchObject({
      status: 1,
      complained: 'The firm has no user with the address nobody@firm.example.\n',
    });
    expect(wrong.status).toBe(2);
    expect(await stored(admin.email)).toEqual({ role: 'admin', left: false });
  });
});
