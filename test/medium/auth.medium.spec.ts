import { LoginsService } from '@app/auth/logins.service.js';
import { SessionsService } from '@app/auth/sessions.service.js';
import { systemActor } from '@app/identity/identity.types.js';
import { Background } from '@app/platform/background/background.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { aFirm, type TestFirm, type TestUser } from '../factories/firm.factory.js';
import {
  aBrowser,
  anAddress,
  anEmail,
  expectProblem,
  mailsTo,
  PASSWORD,
  tokenIn,
  withPassword,
} from '../lib/anybody.js';
import { MailServer } from '../lib/mail-server.js';
import { openTestApi, type TestApi } from './api.js';

let mails: MailServer;
let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  mails = await MailServer.start();
  api = await openTestApi({ SMTP_URL: mails.url, SMTP_REQUIRE_TLS: 'no', TRUST_PROXY: 'loopback' });
  firm = await aFirm(api.dataSource);
});
afterAll(async () => {
  await api.close();
  await mails.stop();
});

const setPassword = (email: string, password = PASSWORD, of = firm) =>
  api.app.get(LoginsService).setPasswordOf(systemActor(of.id), email, password);
const signIn = (browser: ReturnType<typeof aBrowser>, email: string, password = PASSWORD, more = {}) =>
  browser.post('/api/auth/sign-in/email').send({ email, password, ...more });
const auditOf = async (user: TestUser, of = firm): Promise<{ action: string; actor_id: string | null }[]> =>
  api.dataSource.query('select action, actor_id from audit_entry where firm_id = $1 and subject_id = $2 order by id', [
    of.id,
    user.id,
  ]);
const sessionsOf = (user: TestUser): Promise<Record<string, unknown>[]> =>
  api.dataSource.query('select * from auth."session" where "userId" = $1', [user.id]);
const forget = () => api.app.get(LoginsService).forgetSessions();
const aPerson = async (): Promise<{ person: TestUser; of: TestFirm }> => {
  const of = await aFirm(api.dataSource, { roles: ['admin'] });
  return { person: await withPassword(api.dataSource, of.users.admin), of };
};
const join = async (person: TestUser, to: TestFirm): Promise<string> => {
  const id = newId();
  await api.dataSource.query(
    `insert into firm_user (firm_id, id, email, name, role, office_id, auth_user_id, created_at)
     values ($1, $2, $3, $4, 'researcher', $5, $6, now() + interval '1 minute')`,
    [to.id, id, person.email, person.name, to.officeId, person.id],
  );
  return id;
};

describe('signing in', () => {
  it('opens a session of which the database keeps a hash, in the first firm, and records it', async () => {
    const { person, of } = await aPerson();
    const browser = aBrowser(api).set('User-Agent', 'Firefox of a test');

    const signedIn = await signIn(browser, person.email);

    expect(signedIn.body).toEqual({ done: true });
    const cookies = signedIn.get('Set-Cookie') ?? [];
    expect(cookies[0]).toMatch(/^searchlight\.session_token=.*HttpOnly.*SameSite=Lax/);
    expect((await browser.get('/api/me')).body.firms).toEqual([{ id: of.id, name: of.name }]);
    const [session] = await sessionsOf(person);
    expect(session).toMatchObject({ firmId: of.id, remembered: false, userAgent: 'Firefox of a test' });
    expect(decodeURIComponent(cookies[0] ?? '')).not.toContain(session?.['token']);
    expect(session?.['token']).toMatch(/^[0-9a-f]{64}$/);
    expect(await auditOf(person, of)).toContainEqual({ action: 'auth.signed_in', actor_id: person.id });
  });

  it('lasts a week at most, whether remembered or not', async () => {
    const { person } = await aPerson();
    await signIn(aBrowser(api), person.email, PASSWORD, { rememberMe: true });
    await signIn(aBrowser(api), person.email);

    const ends = await api.dataSource.query(
      `select remembered, round(extract(epoch from "expiresAt" - "createdAt") / 3600)::int as hours
         from auth."session" where "userId" = $1 order by remembered`,
      [person.id],
    );
    expect(ends).toEqual([
      { remembered: false, hours: 168 },
      { remembered: true, hours: 168 },
    ]);
  });

  it('gives the same answer to a wrong password, an unknown address and somebody who has left', async () => {
    const { person, of } = await aPerson();
    const wrong = await signIn(aBrowser(api), person.email, 'not this one, no');
    const unknown = await signIn(aBrowser(api), anEmail());
    await api.dataSource.query('update firm_user set deactivated_at = now() where firm_id = $1', [of.id]);
    const left = await signIn(aBrowser(api), person.email);

    expectProblem(wrong, 401, 'wrong_credentials');
    expect(unknown.body).toEqual(wrong.body);
    expect(left.body).toEqual(wrong.body);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    expect(left.headers['set-cookie']).toBeUndefined();
    expect(await sessionsOf(person)).toEqual([]);
  });

  it('opens for whoever has just joined a firm, in that firm, and counts no try', async () => {
    const { person } = await aPerson();
    const second = await aFirm(api.dataSource, { roles: ['partner'] });
    const userId = await join(person, second);
    const caller = { address: anAddress(), userAgent: 'Firefox of a test' };

    const joined = { email: person.email, password: PASSWORD, firmId: second.id };
    const cookies = await api.app.get(SessionsService).signInJoined(joined, caller);

    const me = await aBrowser(api, { cookie: cookies.map((one) => one.split(';')[0]).join('; ') }).get('/api/me');
    expect(me.body).toMatchObject({ firm: { id: second.id }, user: { id: userId } });
    expect(cookies.some((one) => one.startsWith('searchlight.device'))).toBe(true);
    expect(await sessionsOf(person)).toMatchObject([{ firmId: second.id, userAgent: 'Firefox of a test' }]);
    expect(await auditOf({ ...person, id: userId }, second)).toEqual([{ action: 'auth.signed_in', actor_id: userId }]);
    const tries = await api.dataSource.query('select key from auth.attempt where key like $1', [`%${caller.address}`]);
    expect(tries).toEqual([]);
  });

  it('records a failure by the user, not by the address that was typed', async () => {
    const { person, of } = await aPerson();

    await signIn(aBrowser(api), person.email, 'not this one, no');
    await api.app.get(Background).settled();

    expect(await auditOf(person, of)).toContainEqual({ action: 'auth.sign_in_failed', actor_id: null });
  });

  it('does not believe a cookie with another signature', async () => {
    const forged = firm.cookie('admin').replace(/\.[^.]+$/, '.AAAA');

    expectProblem(await api.request(forged).get('/api/me'), 401, 'not_signed_in');
  });
});

describe('a session', () => {
  it('ends on sign-out, for a copy of the cookie too, and that is recorded', async () => {
    const { person, of } = await aPerson();
    const browser = aBrowser(api);
    const cookie = (await signIn(browser, person.email)).get('Set-Cookie')?.[0]?.split(';')[0] ?? '';

    expect((await browser.post('/api/auth/sign-out')).status).toBe(200);

    expectProblem(await api.request(cookie).get('/api/me'), 401, 'not_signed_in');
    expect(await auditOf(person, of)).toContainEqual({ action: 'auth.signed_out', actor_id: person.id });
    expect((await aBrowser(api).post('/api/auth/sign-out')).status).toBe(200);
  });

  it.each([
    ['is over after half a day without use', false, '13 hours', 401],
    ['stands after a pause', false, '11 hours', 200],
    ['stands over the weekend when it is to be remembered', true, '60 hours', 200],
  ])('%s', async (_, remembered, pause, status) => {
    const { admin: person } = (await aFirm(api.dataSource, { roles: ['admin'] })).users;
    await api.dataSource.query(
      `update auth."session" set remembered = $2, "lastUsedAt" = now() - $3::interval where "userId" = $1`,
      [person.id, remembered, pause],
    );
    forget();

    expect((await api.request(person.cookie).get('/api/me')).status).toBe(status);
  });

  it('notes its use once in some minutes, not with every request', async () => {
    const use = async (cookie: string): Promise<unknown> => {
      forget();
      expect((await api.request(cookie).get('/api/me')).status).toBe(200);
      const [{ last }] = await api.dataSource.query(
        `select "lastUsedAt" as last from auth."session" where "userId" = $1`,
        [firm.users.partner.id],
      );
      return last;
    };
    const { cookie, id } = firm.users.partner;
    const setUse = (pause: string) =>
      api.dataSource.query(`update auth."session" set "lastUsedAt" = now() - $2::interval where "userId" = $1`, [
        id,
        pause,
      ]);
    await setUse('4 minutes');
    const first = await use(cookie);
    const second = await use(cookie);
    await setUse('6 minutes');
    const [{ before }] = await api.dataSource.query(
      `select "lastUsedAt" as before from auth."session" where "userId" = $1`,
      [id],
    );
    const third = await use(cookie);

    expect(second).toEqual(first);
    expect(third).not.toEqual(before);
  });
});

describe('a forgotten password', () => {
  const ask = (email: string) => aBrowser(api).post('/api/auth/request-password-reset').send({ email });
  const reset = (token: string, newPassword = 'another horse altogether') =>
    aBrowser(api).post('/api/auth/reset-password').send({ token, newPassword });

  it('is replaced through the link in the mail, once, and ends the other sessions', async () => {
    const { person, of } = await aPerson();

    const asked = await ask(person.email);
    const [mail] = await mailsTo(mails, person.email);
    const first = await reset(tokenIn(mail));

    expect([asked.status, first.status]).toEqual([200, 200]);
    expect(mail?.text).toMatch(/http:\/\/127\.0\.0\.1:3000\/reset-password\?token=/);
    expect(mail?.text).toContain(`at ${of.name}`);
    expect(mail?.subject).not.toContain(person.name);
    expectProblem(await reset(tokenIn(mail)), 400, 'reset_link_spent');
    expect(await sessionsOf(person)).toEqual([]);
    expect((await signIn(aBrowser(api), person.email, 'another horse altogether')).status).toBe(200);
    const told = (await mailsTo(mails, person.email, 2))[1];
    expect(told?.subject).toBe('Your Searchlight password was changed');
    expect((await auditOf(person, of)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['auth.reset_link_sent', 'auth.password_reset']),
    );
  });

  it('leaves a hash of the link in the database, and nothing of it afterwards', async () => {
    const { person } = await aPerson();
    await ask(person.email);
    const [mail] = await mailsTo(mails, person.email);
    const links = () =>
      api.dataSource.query<{ identifier: string }[]>('select * from auth.verification where value = $1', [person.id]);

    const [link] = await links();
    expect(link?.identifier).toMatch(/^reset-password:[0-9a-f]{64}$/);
    expect(JSON.stringify(link)).not.toContain(tokenIn(mail));
    await reset(tokenIn(mail));
    expect(await links()).toEqual([]);
  });

  it('has one link at a time: a newer one ends the older', async () => {
    const { person } = await aPerson();
    await ask(person.email);
    await mailsTo(mails, person.email);
    await ask(person.email);
    const [older, newer] = await mailsTo(mails, person.email, 2);

    expectProblem(await reset(tokenIn(older)), 400, 'reset_link_spent');
    expect((await reset(tokenIn(newer))).status).toBe(200);
  });

  it('has a link that any other change of the password ends', async () => {
    const { person, of } = await aPerson();
    await ask(person.email);
    const [mail] = await mailsTo(mails, person.email);
    await setPassword(person.email, 'yet another password', of);

    expectProblem(await reset(tokenIn(mail)), 400, 'reset_link_spent');
  });

  it('has a link that works for one of several at the same time', async () => {
    const { person } = await aPerson();
    await ask(person.email);
    const [mail] = await mailsTo(mails, person.email);

    const answers = await Promise.all([1, 2, 3, 4].map((one) => reset(tokenIn(mail), `a horse of ${one} colours`)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
  });

  it('has a link that is over after an hour, and stands when the password was refused', async () => {
    const { person } = await aPerson();
    await ask(person.email);
    const [mail] = await mailsTo(mails, person.email);

    expectProblem(await reset(tokenIn(mail), 'Basketball12!'), 400, 'password_refused');
    await api.dataSource.query(`update auth.verification set "expiresAt" = now() where value = $1`, [person.id]);
    expectProblem(await reset(tokenIn(mail)), 400, 'reset_link_spent');
  });

  it('is answered in the same way for an address nobody has, and no mail goes out to who has left', async () => {
    const { person, of } = await aPerson();
    await api.dataSource.query('update firm_user set deactivated_at = now() where firm_id = $1', [of.id]);

    const answers = [await ask(anEmail()), await ask(person.email)];
    await api.app.get(Background).settled();

    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, { done: true }],
      [200, { done: true }],
    ]);
    expect(mails.received.filter(({ to }) => to === person.email)).toEqual([]);
  });

  it('cannot be asked for without end', async () => {
    const email = anEmail();
    const browser = aBrowser(api);
    const send = () => browser.post('/api/auth/request-password-reset').send({ email });
    for (let time = 1; time <= 3; time += 1) expect((await send()).status).toBe(200);

    expectProblem(await send(), 429, 'too_many_attempts');
  });
});

describe('a login of two firms', () => {
  it('is in the first one, is told of both, and changes over', async () => {
    const { person, of: first } = await aPerson();
    const second = await aFirm(api.dataSource, { roles: ['partner'] });
    const userId = await join(person, second);
    const browser = aBrowser(api);
    await signIn(browser, person.email);

    const before = (await browser.get('/api/me')).body;
    const entered = await browser.post('/api/account/firm').send({ firmId: second.id });
    const after = (await browser.get('/api/me')).body;

    expect(before.firm.id).toBe(first.id);
    expect(before.firms.map((one: { id: string }) => one.id).sort()).toEqual([first.id, second.id].sort());
    expect(entered.status).toBe(200);
    expect(after).toMatchObject({ firm: { id: second.id }, user: { id: userId, role: 'researcher' } });
    expect(after.allowed.manageFirm).toBe(false);
  });

  it('does not get into a firm it does not belong to, nor into one it has left', async () => {
    const { person } = await aPerson();
    const second = await aFirm(api.dataSource, { roles: ['partner'] });
    const browser = aBrowser(api);
    await signIn(browser, person.email);
    const stranger = await browser.post('/api/account/firm').send({ firmId: second.id });
    await join(person, second);
    await api.dataSource.query('update firm_user set deactivated_at = now() where firm_id = $1 and auth_user_id = $2', [
      second.id,
      person.id,
    ]);
    const left = await browser.post('/api/account/firm').send({ firmId: second.id });

    expectProblem(stranger, 404, 'firm_not_yours');
    expect(left.body).toEqual(stranger.body);
  });

  it('loses its sessions in the firm it leaves, and keeps the others and its links', async () => {
    const { person, of: first } = await aPerson();
    const second = await aFirm(api.dataSource, { roles: ['partner'] });
    await join(person, second);
    const [here, there] = [aBrowser(api), aBrowser(api)];
    await signIn(here, person.email);
    await signIn(there, person.email);
    await there.post('/api/account/firm').send({ firmId: second.id });
    await here.post('/api/auth/request-password-reset').send({ email: person.email });
    await mailsTo(mails, person.email);
    const links = () => api.dataSource.query('select 1 from auth.verification where value = $1', [person.id]);
    const leave = (firmId: string) =>
      api.app.get(Database).transaction(async (tx) => {
        await tx.query('update firm_user set deactivated_at = now() where firm_id = $1 and auth_user_id = $2', [
          firmId,
          person.id,
        ]);
        await api.app.get(LoginsService).endAccess(tx, person.id, firmId);
      });

    await leave(second.id);
    forget();
    expect([(await here.get('/api/me')).status, (await there.get('/api/me')).status]).toEqual([200, 401]);
    expect(await links()).toHaveLength(1);
    await leave(first.id);
    forget();
    expect((await here.get('/api/me')).status).toBe(401);
    expect(await links()).toEqual([]);
  });
});

describe('the operator', () => {
  it('sets a password and gives a login to a user who has none', async () => {
    const of = await aFirm(api.dataSource, { roles: ['admin'] });
    await api.dataSource.query('update firm_user set auth_user_id = null where firm_id = $1', [of.id]);
    const { email } = of.users.admin;

    await setPassword(email, PASSWORD, of);

    expect((await signIn(aBrowser(api), email)).status).toBe(200);
  });

  it('is held to the same rules', async () => {
    const { email } = firm.users.admin;

    await expect(setPassword(email, 'short')).rejects.toMatchObject({ code: 'password_refused' });
    await expect(setPassword(email, 'Searchlight2026')).rejects.toMatchObject({ code: 'password_refused' });
    await expect(setPassword(anEmail())).rejects.toMatchObject({ code: 'user_not_found' });
    await expect(api.app.get(LoginsService).setPasswordOf(firm.actor('admin'), email, PASSWORD)).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });
});
