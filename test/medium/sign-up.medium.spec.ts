import { Background } from '@app/platform/background/background.js';
import { Config } from '@app/platform/config/config.js';
import { newId } from '@app/platform/database/id.js';
import { FoundersService } from '@app/sign-up/founders.service.js';
import { aFirm } from '../factories/firm.factory.js';
import { aBrowser, anEmail, expectProblem, mailsTo, PASSWORD, tokenIn, withPassword } from '../lib/anybody.js';
import { MailServer } from '../lib/mail-server.js';
import { openTestApi, type TestApi } from './api.js';

let mails: MailServer;
let api: TestApi;
let config: Config;
beforeAll(async () => {
  mails = await MailServer.start();
  const settings = { SMTP_URL: mails.url, SMTP_REQUIRE_TLS: 'no', TRUST_PROXY: 'loopback', SIGN_UP: 'open' };
  api = await openTestApi(settings);
  config = api.app.get(Config);
  // so that there is one
  await aFirm(api.dataSource, { roles: ['admin'] });
});
beforeEach(() => Object.assign(config, { SIGN_UP: 'open', SIGN_UP_TOKEN: undefined }));
afterAll(async () => {
  await api.close();
  await mails.stop();
});

const aSignUp = (email: string) => ({
  firmName: `Simulated ${newId().slice(-6)}`,
  name: 'Ada Simulated',
  email,
  country: 'DE',
  region: null as string | null,
  timeZone: 'Europe/Berlin',
});
const signUp = (input: object) => aBrowser(api).post('/api/sign-up').send(input);
const confirm = (token: string, password?: string) =>
  aBrowser(api).post('/api/sign-up/confirm').send({ token, password });
const firmsNamed = (name: string) => api.dataSource.query('select id from firm where name = $1', [name]);
const loginsOf = (email: string) => api.dataSource.query('select 1 from auth."user" where email = $1', [email]);

describe('signing up', () => {
  it('makes nothing before the address is proved, then a firm with its office, stages, role templates and an admin', async () => {
    const email = anEmail();
    const input = aSignUp(email.toUpperCase());
    const asked = await signUp(input);
    const [mail] = await mailsTo(mails, email);
    const browser = aBrowser(api);
    const nothingYet = [await firmsNamed(input.firmName), await loginsOf(email)];
    const look = await browser.post('/api/sign-up/look').send({ token: tokenIn(mail) });
    const founded = await browser.post('/api/sign-up/confirm').send({ token: tokenIn(mail), password: PASSWORD });
    await browser.post('/api/auth/sign-in/email').send({ email, password: PASSWORD });
    const me = await browser.get('/api/me');

    expect([asked.status, asked.body]).toEqual([202, { done: true }]);
    expect(mail?.subject).toBe('Confirm your email address for Searchlight');
    expect(nothingYet).toEqual([[], []]);
    expect(look.body).toEqual({ ...input, email, needsPassword: true });
    expect(founded.status).toBe(201);
    expect(me.body).toMatchObject({
      user: { name: 'Ada Simulated', email, role: 'admin' },
      firm: { id: founded.body.firmId, name: input.firmName, simulated: false },
      office: { key: 'main', timeZone: 'Europe/Berlin' },
      allowed: { openSearch: true, import: true, manageFirm: true, erasePersons: true },
    });
    const stages = await api.dataSource.query('select key from stage where firm_id = $1', [founded.body.firmId]);
    expect(stages).toHaveLength(8);
    expect((await browser.get('/api/role-templates')).body.items).toHaveLength(10);
    const offices = await browser.get('/api/offices');
    expect(offices.body.items[0].holidays).toContainEqual({
      date: expect.stringMatching(/-05-01$/),
      name: 'Labour Day',
    });
  });

  it('gives the first office the holidays of the region that was asked for with the country', async () => {
    const email = anEmail();
    const input = { ...aSignUp(email), region: 'de-by' };
    const asked = await signUp(input);
    const [mail] = await mailsTo(mails, email);
    const browser = aBrowser(api);
    const look = await browser.post('/api/sign-up/look').send({ token: tokenIn(mail) });
    await browser.post('/api/sign-up/confirm').send({ token: tokenIn(mail), password: PASSWORD });
    await browser.post('/api/auth/sign-in/email').send({ email, password: PASSWORD });
    const { body } = await browser.get('/api/offices');

    expect(asked.status).toBe(202);
    expect(look.body).toMatchObject({ country: 'DE', region: 'DE-BY' });
    expect(body.items).toMatchObject([{ country: 'DE', region: 'DE-BY' }]);
    const names = body.items[0].holidays.map(({ name }: { name: string }) => name);
    expect(names.filter((name: string) => name === 'Corpus Christi')).toHaveLength(3);
  });

  it.each([
    ['DE', 'FR-57', '"FR-57" is not a region of DE; use a code of ISO 3166-2, such as DE-BB.'],
    ['DE', 'Bayern', '"Bayern" is not a region of DE; use a code of ISO 3166-2, such as DE-BB.'],
    ['HK', 'HK-KLN', '"HK-KLN" is not a region of HK, which has none.'],
  ])('refuses a region that %s does not have: %s', async (country, region, sentence) => {
    const refused = await signUp({ ...aSignUp(anEmail()), country, region });

    expectProblem(refused, 400, 'unknown_region');
    expect(refused.body.detail).toBe(sentence);
  });

  it('is told which regions there are to choose from', async () => {
    const regions = async (country: string) => (await aBrowser(api).get('/api/regions').query({ country })).body;

    expect((await regions('DE')).items).toContainEqual({ code: 'DE-BY', name: 'Bayern' });
    expect((await regions('GB')).assumed).toEqual({ code: 'GB-ENG', name: 'England' });
    expect(await regions('AT')).toEqual({ items: [], assumed: null });
    expectProblem(await aBrowser(api).get('/api/regions?country=Germany'), 400, 'invalid');
  });

  it('is answered alike for a known address, which adds the firm to its login and keeps its password', async () => {
    const firm = await aFirm(api.dataSource, { roles: ['partner'] });
    const { email } = firm.users.partner;
    await withPassword(api.dataSource, firm.users.partner);
    const input = aSignUp(email);

    const known = await signUp(input);
    const unknown = await signUp(aSignUp(anEmail()));
    const [mail] = await mailsTo(mails, email);
    const look = await aBrowser(api)
      .post('/api/sign-up/look')
      .send({ token: tokenIn(mail) });
    const founded = await confirm(tokenIn(mail));
    const browser = aBrowser(api);
    await browser.post('/api/auth/sign-in/email').send({ email, password: PASSWORD });
    const me = await browser.get('/api/me');

    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect(mail?.subject).toBe('Another firm for your Searchlight login');
    expect(look.body.needsPassword).toBe(false);
    expect(founded.status).toBe(201);
    expect(me.body.firms.map(({ id }: { id: string }) => id).sort()).toEqual([firm.id, founded.body.firmId].sort());
  });

  it('sends every mail, however many are asked for at once', async () => {
    const all = Array.from({ length: 20 }, () => anEmail());

    await Promise.all(all.map((email) => signUp(aSignUp(email))));
    await api.app.get(Background).settled();

    const sent = mails.received.map(({ to }) => to).filter((to) => all.includes(to));
    expect(sent.sort()).toEqual(all.sort());
  });

  it('keeps the hash of the link, which works once, for one of several at the same time', async () => {
    const email = anEmail();
    const input = aSignUp(email);
    await signUp(input);
    const token = tokenIn((await mailsTo(mails, email))[0]);
    const pending = await api.dataSource.query('select * from pending_sign_up where email = $1', [email]);

    const answers = await Promise.all([1, 2, 3].map(() => confirm(token, PASSWORD)));

    expect(JSON.stringify(pending)).not.toContain(token);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
    expect(await firmsNamed(input.firmName)).toHaveLength(1);
    expectProblem(await confirm(token, PASSWORD), 400, 'sign_up_link_spent');
  });

  it('refuses a link that is a day old, and one that nobody was sent', async () => {
    const email = anEmail();
    await signUp(aSignUp(email));
    const token = tokenIn((await mailsTo(mails, email))[0]);
    await api.dataSource.query('update pending_sign_up set expires_at = now() where email = $1', [email]);

    expectProblem(await aBrowser(api).post('/api/sign-up/look').send({ token }), 400, 'sign_up_link_spent');
    expectProblem(await confirm(token, PASSWORD), 400, 'sign_up_link_spent');
    expectProblem(await confirm('never-sent', PASSWORD), 400, 'sign_up_link_spent');
  });

  it('asks for a password that will do, and the link stands until there is one', async () => {
    const email = anEmail();
    const input = aSignUp(email);
    await signUp(input);
    const token = tokenIn((await mailsTo(mails, email))[0]);

    expectProblem(await confirm(token), 400, 'password_needed');
    expectProblem(await confirm(token, 'Basketball12!'), 400, 'password_refused');
    expectProblem(await confirm(token, 'Ada Simulated'), 400, 'password_refused');
    expect(await firmsNamed(input.firmName)).toEqual([]);
    expect((await confirm(token, PASSWORD)).status).toBe(201);
  });

  it('cannot be used to keep somebody from their own address, nor to fill their mailbox', async () => {
    const email = anEmail();
    const squatter = aBrowser(api);
    const squat = () => squatter.post('/api/sign-up').send(aSignUp(email));
    for (let time = 1; time <= 3; time += 1) expect((await squat()).status).toBe(202);
    const refused = await squat();
    await mailsTo(mails, email, 3);

    const owner = aSignUp(email);
    await signUp(owner);
    const sent = await mailsTo(mails, email, 4);
    const own = sent.find(({ text }) => text?.includes(owner.firmName));

    expectProblem(refused, 429, 'too_many_attempts');
    expect((await confirm(tokenIn(own), PASSWORD)).status).toBe(201);
  });

  it('says which fields are wrong, each in a sentence', async () => {
    const refused = await signUp({ ...aSignUp('nobody'), role: 'admin', country: 'Germany' });

    expectProblem(refused, 400, 'invalid');
    expect(refused.body.errors).toEqual(
      expect.arrayContaining([
        { field: 'role', message: 'There is no field "role" here.' },
        { field: 'email', message: 'Email must be an email address.' },
        { field: 'country', message: 'Country must be a country code of two letters, such as DE.' },
      ]),
    );
  });

  it('takes an address with an international domain, in whichever form it is written afterwards', async () => {
    const name = anEmail().split('@')[0];
    await signUp(aSignUp(`${name}@BÜCHER.example`));
    const [mail] = await mailsTo(mails, `${name}@bücher.example`);
    const kept = `${name}@xn--bcher-kva.example`;
    await confirm(tokenIn(mail), PASSWORD);

    for (const email of [`${name}@bücher.example`, kept, `${name}@BÜCHER.example`]) {
      const { status } = await aBrowser(api).post('/api/auth/sign-in/email').send({ email, password: PASSWORD });
      expect([email, status]).toEqual([email, 200]);
    }
  });

  it.each([
    ['an address that not every mail server takes', { email: 'jörg@firm.example' }, 'email'],
    ['an address that could not sign in', { email: 'jo@пример.рф' }, 'email'],
    ['a name with nothing to see in it', { name: '\u200b\u2060' }, 'name'],
    ['a firm with nothing to see in its name', { firmName: '\u202e' }, 'firmName'],
  ])('refuses %s', async (_, change, field) => {
    const refused = await signUp({ ...aSignUp(anEmail()), ...change });

    expectProblem(refused, 400, 'invalid');
    expect(refused.body.errors).toMatchObject([{ field }]);
  });

  it('refuses a time zone nobody knows', async () => {
    expectProblem(await signUp({ ...aSignUp(anEmail()), timeZone: 'Europe/Bonn' }), 400, 'unknown_time_zone');
  });
});

describe('who may sign up', () => {
  const state = async () => (await aBrowser(api).get('/api/sign-up')).body as { mode: string; first: boolean };

  it('is nobody where it is closed, and no mail goes out', async () => {
    Object.assign(config, { SIGN_UP: 'closed' });
    const email = anEmail();

    const refused = await signUp(aSignUp(email));

    expectProblem(refused, 403, 'sign_up_closed');
    expect(await state()).toEqual({ mode: 'closed', first: false });
    expect(await api.dataSource.query('select 1 from pending_sign_up where email = $1', [email])).toEqual([]);
  });

  it('is whoever has the token where one is asked for', async () => {
    Object.assign(config, { SIGN_UP: 'token', SIGN_UP_TOKEN: 'a token for tests only' });

    expectProblem(await signUp(aSignUp(anEmail())), 403, 'sign_up_token_wrong');
    expectProblem(await signUp({ ...aSignUp(anEmail()), token: 'another' }), 403, 'sign_up_token_wrong');
    expect((await signUp({ ...aSignUp(anEmail()), token: 'a token for tests only' })).status).toBe(202);
    expect(await state()).toEqual({ mode: 'token', first: false });
  });

  it('is nobody by the set-up link once there is a firm', async () => {
    const input = { ...aSignUp(anEmail()), password: PASSWORD };
    const setUp = (token: string) =>
      aBrowser(api)
        .post('/api/sign-up/first')
        .send({ ...input, token });

    expect(await api.app.get(FoundersService).setUpLink()).toBeNull();
    expectProblem(await setUp('a guess'), 403, 'set_up_link_wrong');
  });
});
