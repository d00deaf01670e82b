import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import { addPeople } from '../../apps/cli/src/commands/people.js';
import { addUserSessions } from '../../apps/cli/src/commands/user-sessions.js';
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

const user = (...words: string[]) => runCommand([addPeople, addUserSessions], ['user', ...words, '--firm', firm.name]);
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

  it('have a login once they have followed the mail, and not before', async () => {
    const email = `new-${newId()}@firm.example`;

    const added = await user('add', '--email', email, '--name', 'Maja New', '--role', 'consultant');

    expect(added).toEqual({ status: 0, printed: `An invitation is on its way to ${email}.\n`, complained: '' });
    expect(await dataSource.query('select 1 from auth."user" where email = $1', [email])).toEqual([]);
  });

  it('of another firm are not let into this one without a word from them', async () => {
    const { consultant } = (await aFirm(dataSource, { roles: ['consultant'] })).users;

    await user('add', '--email', consultant.email, '--name', 'Maja New', '--role', 'consultant');

    const [here] = await dataSource.query(
      'select auth_user_id as login from firm_user where firm_id = $1 and email = $2',
      [firm.id, consultant.email],
    );
    expect(here).toEqual({ login: null });
  });

  it('get another role, leave with a hand-over, and come back', async () => {
    const { consultant, partner } = firm.users;
    const searchId = await aSearch(dataSource, firm, { leadUserId: consultant.id });

    expect((await user('set-role', '--email', consultant.email, '--role', 'partner')).status).toBe(0);
    expect(await stored(consultant.email)).toEqual({ role: 'partner', left: false });
    const left = await user('deactivate', '--email', consultant.email, '--to', partner.email);
    expect(left.printed).toBe(`${consultant.email} can no longer sign in; ${partner.email} has taken over.\n`);
    expect(await stored(consultant.email)).toEqual({ role: 'partner', left: true });
    expect(await dataSource.query('select lead_user_id as id from search where id = $1', [searchId])).toEqual([
      { id: partner.id },
    ]);
    expect((await user('reactivate', '--email', consultant.email)).status).toBe(0);
    expect(await stored(consultant.email)).toEqual({ role: 'partner', left: false });
  });

  it('are taken back before they have joined', async () => {
    const email = `new-${newId()}@firm.example`;
    await user('invite', '--email', email, '--name', 'Maja New', '--role', 'consultant');

    const taken = await user('take-back', '--email', email);
    const again = await user('take-back', '--email', email);

    const sentence = `The invitation of ${email} was taken back; its link no longer works.\n`;
    expect(taken).toEqual({ status: 0, printed: sentence, complained: '' });
    expect(await stored(email)).toEqual({ role: 'consultant', left: true });
    expect(again).toMatchObject({ status: 1, complained: 'This person has left; reactivate them first.\n' });
  });

  it('get another name and office', async () => {
    const { researcher } = firm.users;
    const officeId = newId();
    await dataSource.query(
      `insert into office (firm_id, id, key, country, time_zone) values ($1, $2, 'paris', 'FR', 'Europe/Paris')`,
      [firm.id, officeId],
    );
    const change = (...words: string[]) => user('change', '--email', researcher.email, ...words);

    const changed = await change('--name', ' Rosa New ', '--office', 'paris');

    expect(changed).toEqual({ status: 0, printed: `${researcher.email} was changed.\n`, complained: '' });
    expect(await dataSource.query('select name, office_id from firm_user where id = $1', [researcher.id])).toEqual([
      { name: 'Rosa New', office_id: officeId },
    ]);
    expect((await change()).status).toBe(2);
    expect((await change('--name', ' ')).status).toBe(2);
    expect(await change('--office', 'mars')).toMatchObject({
      ...{ status: 1, complained: 'The firm has no office with this key.\n' },
    });
  });

  it('have sessions, which are listed and ended, one or all', async () => {
    const { consultant } = firm.users;
    await dataSource.query(
      `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId", "userAgent", "ipAddress")
       select s.id, now() + interval '1 day', s.id, now(), $1, 'Mozilla/5.0 (X11; Linux) Firefox/140.0', '10.0.0.1'
       from unnest($2::text[]) s (id)`,
      [consultant.id, [newId(), newId()]],
    );
    const sessions = async () => {
      const { printed } = await user('sessions', '--email', consultant.email, '--json');
      return (JSON.parse(printed) as { items: { id: string; device: string; address: string | null }[] }).items;
    };
    const end = (...words: string[]) => user('end-sessions', '--email', consultant.email, ...words);

    const before = await sessions();
    const one = before.find(({ address }) => address === '10.0.0.1');
    expect(before).toHaveLength(3);
    expect(one).toMatchObject({ device: 'Firefox on Linux' });
    expect((await user('sessions', '--email', consultant.email)).printed).toContain(`${one?.id}  Firefox on Linux`);
    expect((await end('--session', one?.id ?? '')).printed).toBe(`Ended 1 session of ${consultant.email}.\n`);
    expect((await end('--session', one?.id ?? '')).status).toBe(1);
    expect((await end()).printed).toBe(`Ended 2 sessions of ${consultant.email}.\n`);
    expect(await sessions()).toEqual([]);
    expect((await user('sessions', '--email', consultant.email)).printed).toBe(
      `${consultant.email} is not signed in anywhere.\n`,
    );
    const entries = `select actor_id from audit_entry where subject_id = $1 and action = 'auth.sessions_ended'`;
    expect(await dataSource.query(entries, [consultant.id])).toEqual([{ actor_id: null }, { actor_id: null }]);
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
