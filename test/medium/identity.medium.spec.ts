import PostalMime from 'postal-mime';
import type { Response } from 'supertest';
import { Auth } from '@app/auth/auth.js';
import { LoginsService } from '@app/auth/logins.service.js';
import { systemActor } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aFirm } from '../factories/firm.factory.js';
import { MailServer } from '../lib/mail-server.js';
import { openTestApi, type TestApi } from './api.js';

const PASSWORD = 'correct horse battery staple';

let mails: MailServer;
let api: TestApi;
beforeAll(async () => {
  mails = await MailServer.start();
  api = await openTestApi({ SMTP_URL: mails.url, SMTP_REQUIRE_TLS: 'no' });
});
afterAll(async () => {
  await api.close();
  await mails.stop();
});

const anEmail = () => `founder-${newId()}@firm.example`;
const aSignUp = (email: string) => ({
  firmName: 'Simulated Search',
  name: 'Ada Simulated',
  email,
  password: PASSWORD,
  country: 'DE',
  timeZone: 'Europe/Berlin',
});
const expectProblem = (response: Response, status: number, code: string) => {
  expect(response.type).toBe('application/problem+json');
  expect(response.body).toMatchObject({ status, code, title: expect.any(String), detail: expect.any(String) });
  expect(response.status).toBe(status);
};

describe('signing up', () => {
  it('makes a firm with an office, the default stages and an admin who can sign in', async () => {
    const email = anEmail();
    const agent = api.request();

    const founded = await agent.post('/api/sign-up').send(aSignUp(email));
    const signedIn = await agent.post('/api/auth/sign-in/email').send({ email, password: PASSWORD });
    const me = await agent.get('/api/me');

    expect(founded.status).toBe(201);
    expect(signedIn.headers['set-cookie']?.[0]).toMatch(/^searchlight\.session_token=.*HttpOnly.*SameSite=Lax/);
    expect(signedIn.body).toEqual({ done: true });
    expect(me.body).toMatchObject({
      user: { name: 'Ada Simulated', email, role: 'admin' },
      firm: { id: founded.body.firmId, name: 'Simulated Search', simulated: false },
      office: { key: 'main', timeZone: 'Europe/Berlin' },
      allowed: { openSearch: true, import: true, manageFirm: true },
    });
    const stages = await api.dataSource.query('select key from stage where firm_id = $1 order by position', [
      founded.body.firmId,
    ]);
    expect(stages).toHaveLength(8);
    const offices = await agent.get('/api/offices');
    expect(offices.body.items[0].holidays).toContainEqual({
      date: expect.stringMatching(/-05-01$/),
      name: 'Labour Day',
    });
  });

  it('refuses an address that is taken and leaves no half-made firm behind', async () => {
    const email = anEmail();
    await api.request().post('/api/sign-up').send(aSignUp(email));
    const again = { ...aSignUp(email.toUpperCase()), firmName: `Second ${newId()}` };

    const refused = await api.request().post('/api/sign-up').send(again);

    expectProblem(refused, 409, 'email_taken');
    expect(await api.dataSource.query('select 1 from firm where name = $1', [again.firmName])).toEqual([]);
  });

  it('says which fields are wrong, each in a sentence', async () => {
    const refused = await api
      .request()
      .post('/api/sign-up')
      .send({ ...aSignUp('nobody'), role: 'admin', password: 'short' });

    expectProblem(refused, 400, 'invalid');
    expect(refused.body.errors).toEqual(
      expect.arrayContaining([
        { field: 'role', message: 'There is no field "role" here.' },
        { field: 'email', message: 'Email must be an e-mail address.' },
        { field: 'password', message: 'Password must be 12 to 128 characters long.' },
      ]),
    );
  });

  it('refuses a time zone nobody knows', async () => {
    const input = { ...aSignUp(anEmail()), timeZone: 'Europe/Bonn' };

    expectProblem(await api.request().post('/api/sign-up').send(input), 400, 'unknown_time_zone');
  });
});

describe('signing in and out', () => {
  it('gives the same answer to a wrong password and to an unknown address', async () => {
    const email = anEmail();
    await api.request().post('/api/sign-up').send(aSignUp(email));

    const wrong = await api.request().post('/api/auth/sign-in/email').send({ email, password: 'not this one, no' });
    const unknown = await api.request().post('/api/auth/sign-in/email').send({ email: anEmail(), password: PASSWORD });

    expectProblem(wrong, 401, 'wrong_credentials');
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('ends the session on sign-out, for a copy of the cookie too', async () => {
    const firm = await aFirm(api.dataSource);
    const cookie = firm.cookie('consultant');
    expect((await api.request(cookie).get('/api/me')).status).toBe(200);

    const signedOut = await api.request(cookie).post('/api/auth/sign-out');

    expect(signedOut.status).toBe(200);
    expectProblem(await api.request(cookie).get('/api/me'), 401, 'not_signed_in');
  });

  it('does not believe a cookie with another signature', async () => {
    const firm = await aFirm(api.dataSource);
    const forged = firm.cookie('admin').replace(/\.[^.]+$/, '.AAAA');

    expectProblem(await api.request(forged).get('/api/me'), 401, 'not_signed_in');
  });

  it('slows down whoever guesses passwords of one account', async () => {
    const email = anEmail();
    const guess = () => api.request().post('/api/auth/sign-in/email').send({ email, password: 'a guess of many' });
    for (let attempt = 1; attempt <= 10; attempt += 1) expect((await guess()).status).toBe(401);

    const refused = await guess();

    expectProblem(refused, 429, 'too_many_attempts');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('somebody who knows the password', () => {
  it('may sign in as often as they like', async () => {
    const email = anEmail();
    await api.request().post('/api/sign-up').send(aSignUp(email));
    const signIn = () => api.request().post('/api/auth/sign-in/email').send({ email, password: PASSWORD });

    for (let time = 1; time <= 12; time += 1) expect((await signIn()).status).toBe(200);
  });
});

describe('a forgotten password', () => {
  it('is replaced through the link in the mail, once, and ends the other sessions', async () => {
    const firm = await aFirm(api.dataSource);
    const { email, cookie } = firm.users.partner; // came by import: has a login, but no password yet

    const asked = await api.request().post('/api/auth/request-password-reset').send({ email });
    await api.app.get(Auth).mailsSent();
    const mail = await PostalMime.parse(mails.received.find((one) => one.to === email)?.source ?? '');
    const link = new URL(/http\S+/.exec(mail.text ?? '')?.[0] ?? '');
    const token = link.searchParams.get('token');
    const reset = () =>
      api.request().post('/api/auth/reset-password').send({ token, newPassword: 'another horse altogether' });
    const first = await reset();
    const second = await reset();

    expect([asked.status, first.status]).toEqual([200, 200]);
    expect(link.href).toMatch(/^http:\/\/127\.0\.0\.1:3000\/reset-password\?token=/);
    expect(mail.subject).not.toContain(firm.users.partner.name);
    expectProblem(second, 400, 'reset_link_spent');
    expect((await api.request(cookie).get('/api/me')).status).toBe(401);
    const signIn = { email, password: 'another horse altogether' };
    expect((await api.request().post('/api/auth/sign-in/email').send(signIn)).status).toBe(200);
  });

  it('is answered in the same way for an address nobody has', async () => {
    const unknown = await api.request().post('/api/auth/request-password-reset').send({ email: anEmail() });

    expect(unknown.status).toBe(200);
    expect(unknown.body).toEqual({ done: true });
  });
});

describe('users of a firm', () => {
  it('are added by the system with a password they can use', async () => {
    const firm = await aFirm(api.dataSource);
    const email = anEmail();
    const logins = api.app.get(LoginsService);

    await logins.addUser(systemActor(firm.id), { email, name: 'Bo', role: 'researcher', password: PASSWORD });
    await logins.setPasswordOf(systemActor(firm.id), email, 'yet another password');

    const signIn = (password: string) => api.request().post('/api/auth/sign-in/email').send({ email, password });
    expect((await signIn(PASSWORD)).status).toBe(401);
    expect((await signIn('yet another password')).status).toBe(200);
  });

  it('are not added by a researcher', async () => {
    const firm = await aFirm(api.dataSource);
    const input = { email: anEmail(), name: 'Bo', role: 'admin' } as const;

    await expect(api.app.get(LoginsService).addUser(firm.actor('researcher'), input)).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });

  it('see the users and offices of their own firm only', async () => {
    const [firm] = [await aFirm(api.dataSource), await aFirm(api.dataSource)];
    const agent = api.request(firm.cookie('researcher'));

    const users = await agent.get('/api/users');
    const offices = await agent.get('/api/offices');

    expect(users.body.items.map((user: { id: string }) => user.id).sort()).toEqual(
      Object.values(firm.users)
        .map((user) => user.id)
        .sort(),
    );
    expect(offices.body.items).toEqual([
      {
        id: firm.officeId,
        key: 'main',
        country: 'DE',
        region: null,
        timeZone: 'Europe/Berlin',
        workingDays: [1, 2, 3, 4, 5],
        holidays: [],
      },
    ]);
  });
});
