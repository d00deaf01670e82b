import { LoginsService } from '@app/auth/logins.service.js';
import { systemActor } from '@app/identity/identity.types.js';
import { aFirm, type TestFirm, type TestUser } from '../factories/firm.factory.js';
import { aBrowser, PASSWORD } from '../lib/anybody.js';
import { openTestApi, type TestApi } from './api.js';

/** What a process remembers of a session. */
const REMEMBERED_MS = 1_000;
const ASKED = 100;

let here: TestApi;
let elsewhere: TestApi;
beforeAll(async () => {
  here = await openTestApi();
  elsewhere = await openTestApi();
});
afterAll(async () => {
  await here.close();
  await elsewhere.close();
});

type Browser = ReturnType<typeof aBrowser>;
interface Scene {
  firm: TestFirm;
  person: TestUser;
  browser: Browser;
}

const WAYS: readonly [string, (scene: Scene) => Promise<number>][] = [
  ['signing out', async ({ browser }) => (await browser.post('/api/auth/sign-out').send({})).status],
  [
    'ending it in the account, from another browser',
    async ({ person }) => {
      const other = await signedIn(person);
      const { items } = (await other.get('/api/account/sessions')).body as {
        items: { id: string; current: boolean }[];
      };
      const stale = items.find(({ current }) => !current);
      return (await other.delete(`/api/account/sessions/${stale?.id}`)).status;
    },
  ],
  [
    'a new password, from another browser',
    async ({ person }) => {
      const other = await signedIn(person);
      const body = { password: PASSWORD, newPassword: 'another horse altogether' };
      return (await other.post('/api/account/password').send(body)).status;
    },
  ],
  [
    'a password set by the operator',
    async ({ firm, person }) => {
      const password = 'a horse the operator chose';
      await here.app.get(LoginsService).setPasswordOf(systemActor(firm.id), person.email, password);
      return 200;
    },
  ],
  [
    'being deactivated',
    async ({ firm, person }) => {
      const admin = here.request(firm.cookie('admin'));
      const body = { version: 1, successorId: firm.users.partner.id };
      return (await admin.post(`/api/users/${person.id}/deactivate`).send(body)).status;
    },
  ],
];

const signedIn = async ({ email }: TestUser): Promise<Browser> => {
  const browser = aBrowser(here);
  expect((await browser.post('/api/auth/sign-in/email').send({ email, password: PASSWORD })).status).toBe(200);
  return browser;
};

describe('a session that was ended', () => {
  it.each(WAYS)('by %s opens nothing a second later, in any process', async (_, end) => {
    const firm = await aFirm(here.dataSource);
    const person = firm.users.consultant;
    await here.app.get(LoginsService).setPasswordOf(systemActor(firm.id), person.email, PASSWORD);
    const browser = aBrowser(here);
    const signIn = await browser.post('/api/auth/sign-in/email').send({ email: person.email, password: PASSWORD });
    const cookie = (signIn.get('Set-Cookie') ?? []).map((one) => one.split(';')[0]).join('; ');
    const ask = () => elsewhere.request(cookie).get('/api/me');
    expect((await ask()).status).toBe(200);

    expect(await end({ firm, person, browser })).toBeLessThan(300);

    const ended = Date.now();
    while (Date.now() - ended <= REMEMBERED_MS) await ask();
    const answers = await Promise.all(Array.from({ length: ASKED }, async () => (await ask()).status));
    expect(answers).toEqual(Array.from({ length: ASKED }, () => 401));
  });
});
