import { aFirm, type TestFirm, type TestUser } from '../factories/firm.factory.js';
import { aBrowser, expectProblem, PASSWORD, withPassword } from '../lib/anybody.js';
import { openTestApi, type TestApi } from './api.js';
import { afterEachCommit } from './one-connection.js';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi({ TRUST_PROXY: 'loopback' });
});
afterAll(() => api.close());

const aPerson = async (): Promise<{ person: TestUser; of: TestFirm }> => {
  const of = await aFirm(api.dataSource, { roles: ['consultant'] });
  return { person: await withPassword(api.dataSource, of.users.consultant), of };
};
const signedIn = async ({ email }: TestUser, password = PASSWORD) => {
  const browser = aBrowser(api).set('User-Agent', CHROME);
  expect((await browser.post('/api/auth/sign-in/email').send({ email, password })).status).toBe(200);
  return browser;
};
const actions = async ({ id }: TestUser): Promise<string[]> =>
  (await api.dataSource.query('select action from audit_entry where subject_id = $1 order by id', [id])).map(
    (row: { action: string }) => row.action,
  );

describe('the own account', () => {
  it('is answered with as it was saved, whatever somebody else does next', async () => {
    const { person } = await aPerson();
    const browser = await signedIn(person);
    afterEachCommit(() =>
      api.dataSource.query(`update firm_user set name = 'By An Admin', version = version + 1 where id = $1`, [
        person.id,
      ]),
    );

    const renamed = await browser.patch('/api/account').send({ name: 'Another Name', version: 1 });

    expect(renamed.body).toMatchObject({ name: 'Another Name', version: 2 });
    expect((await browser.get('/api/account')).body).toMatchObject({ name: 'By An Admin', version: 3 });
  });

  it('is shown, and its name changed with the version that was seen', async () => {
    const { person } = await aPerson();
    const browser = await signedIn(person);
    const seen = (await browser.get('/api/account')).body;

    const renamed = await browser.patch('/api/account').send({ name: 'Another Name', version: seen.version });
    const stale = await browser.patch('/api/account').send({ name: 'Too Late', version: seen.version });

    expect(seen).toEqual({
      name: person.name,
      email: person.email,
      version: 1,
      passwordSince: expect.stringMatching(/^20/),
    });
    expect(renamed.body).toMatchObject({ name: 'Another Name', version: 2 });
    expectProblem(stale, 409, 'stale_version');
    expect(stale.body.current).toMatchObject({ name: 'Another Name', version: 2 });
    expect((await browser.get('/api/me')).body.user.name).toBe('Another Name');
    expect(await actions(person)).toContain('account.renamed');
  });

  it('is nobody’s without a session', async () => {
    expectProblem(await aBrowser(api).get('/api/account'), 401, 'not_signed_in');
    expectProblem(await aBrowser(api).get('/api/account/sessions'), 401, 'not_signed_in');
  });
});

describe('the own password', () => {
  const NEW = 'another horse altogether';

  it('is changed by whoever knows the old one, and ends the other sessions', async () => {
    const { person } = await aPerson();
    const [here, there] = [await signedIn(person), await signedIn(person)];

    const changed = await here.post('/api/account/password').send({ password: PASSWORD, newPassword: NEW });

    expect(changed.status).toBe(200);
    expect((await here.get('/api/me')).status).toBe(200);
    expect((await there.get('/api/me')).status).toBe(401);
    expect((await signedIn(person, NEW)) && (await actions(person))).toContain('auth.password_changed');
  });

  it('is not changed by whoever does not, who is slowed', async () => {
    const { person } = await aPerson();
    const browser = await signedIn(person);
    const guess = () => browser.post('/api/account/password').send({ password: 'a guess of many', newPassword: NEW });
    for (let time = 1; time <= 10; time += 1) expectProblem(await guess(), 400, 'wrong_password');

    expectProblem(await guess(), 429, 'too_many_attempts');
    expect((await signedIn(person)) && (await browser.get('/api/me')).status).toBe(200);
  });

  it.each([
    ['short', 'invalid'],
    ['Searchlight2026', 'password_refused'],
    ['basketball2024', 'password_refused'],
    ['simulated consultant', 'password_refused'],
  ])('may not be %s', async (newPassword, code) => {
    const { person } = await aPerson();
    const browser = await signedIn(person);

    expectProblem(await browser.post('/api/account/password').send({ password: PASSWORD, newPassword }), 400, code);
    await signedIn(person);
  });
});

describe('the own sessions', () => {
  it('are listed with device, address and last use, the asking one first, and no token among it', async () => {
    const { person, of } = await aPerson();
    await signedIn(person);
    const browser = await signedIn(person);

    const { items } = (await browser.get('/api/account/sessions')).body;

    expect(items).toHaveLength(2);
    expect(items.map(({ current }: { current: boolean }) => current)).toEqual([true, false]);
    expect(items[0]).toEqual({
      id: expect.any(String),
      device: 'Chrome on Linux',
      address: expect.stringMatching(/^10\./),
      firmName: of.name,
      signedInAt: expect.stringMatching(/^20/),
      lastUsedAt: expect.stringMatching(/^20/),
      current: true,
    });
    const tokens = await api.dataSource.query('select token from auth."session" where "userId" = $1', [person.id]);
    expect(tokens).toHaveLength(2);
    for (const { token } of tokens) expect(JSON.stringify(items)).not.toContain(token);
  });

  it('are ended one by one', async () => {
    const { person } = await aPerson();
    const [here, there] = [await signedIn(person), await signedIn(person)];
    const { items } = (await here.get('/api/account/sessions')).body;

    const ended = await here.delete(`/api/account/sessions/${items[1].id}`);

    expect(ended.status).toBe(204);
    expect((await there.get('/api/me')).status).toBe(401);
    expect((await here.get('/api/me')).status).toBe(200);
    expectProblem(await here.delete(`/api/account/sessions/${items[1].id}`), 404, 'session_not_found');
    expect(await actions(person)).toContain('auth.session_ended');
  });

  it('are ended all but the asking one', async () => {
    const { person } = await aPerson();
    const [here, there, elsewhere] = [await signedIn(person), await signedIn(person), await signedIn(person)];

    const ended = await here.delete('/api/account/sessions');

    expect(ended.body).toEqual({ ended: 2 });
    expect((await there.get('/api/me')).status).toBe(401);
    expect((await elsewhere.get('/api/me')).status).toBe(401);
    expect((await here.get('/api/account/sessions')).body.items).toHaveLength(1);
  });

  it('of somebody else are not there to be ended', async () => {
    const [{ person }, { person: other }] = [await aPerson(), await aPerson()];
    const [browser, theirs] = [await signedIn(person), await signedIn(other)];
    const { items } = (await theirs.get('/api/account/sessions')).body;

    const foreign = await browser.delete(`/api/account/sessions/${items[0].id}`);
    const unknown = await browser.delete('/api/account/sessions/nothing-of-the-kind');

    expectProblem(foreign, 404, 'session_not_found');
    expect(unknown.body).toEqual(foreign.body);
    expect((await theirs.get('/api/me')).status).toBe(200);
  });
});
