import { FoundersService } from '@app/sign-up/founders.service.js';
import { addSetUpLink } from '../../apps/cli/src/commands/setup-link.js';
import { addUserPassword } from '../../apps/cli/src/commands/user-password.js';
import { aBrowser, anEmail, expectProblem, PASSWORD } from '../lib/anybody.js';
import { runCommand } from '../lib/command.js';
import { ownDatabase, type OwnDatabase } from '../lib/own-database.js';
import { openTestApi, type TestApi } from './api.js';

let database: OwnDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await ownDatabase();
  api = await openTestApi({ DATABASE_URL: database.url, TRUST_PROXY: 'loopback' });
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

const setUp = (token: string, email = anEmail(), password = PASSWORD) =>
  aBrowser(api).post('/api/sign-up/first').send({
    firmName: 'Simulated Search',
    name: 'Ada Simulated',
    email,
    password,
    country: 'DE',
    timeZone: 'Europe/Berlin',
    token,
  });
const tokenOf = (link: string): string => new URL(link).searchParams.get('setup') ?? '';
const command = (words: string[], input: string[] = []) =>
  runCommand(
    [addSetUpLink, addUserPassword],
    words,
    input.map((line) => Buffer.from(line)),
  );

describe('a new installation', () => {
  it('is set up once, with the link that every process and the command line print alike', async () => {
    const printed = await command(['setup-link', '--json']);
    const { link } = JSON.parse(printed.printed) as { link: string };
    const before = (await aBrowser(api).get('/api/sign-up')).body;
    const email = anEmail();

    expect(link).toBe(await api.app.get(FoundersService).setUpLink());
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/sign-up\?setup=[\w-]{43}$/);
    expect(before).toEqual({ mode: 'closed', first: true });
    expectProblem(await setUp('a guess'), 403, 'set_up_link_wrong');
    expectProblem(await setUp(tokenOf(link), email, 'Searchlight2026'), 400, 'password_refused');

    const answers = await Promise.all([1, 2, 3].map(() => setUp(tokenOf(link), email)));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const browser = aBrowser(api);
    expect((await browser.post('/api/auth/sign-in/email').send({ email, password: PASSWORD })).status).toBe(200);
    expect((await browser.get('/api/me')).body.user.role).toBe('admin');
    expect((await aBrowser(api).get('/api/sign-up')).body).toEqual({ mode: 'closed', first: false });
    expectProblem(await setUp(tokenOf(link)), 409, 'set_up_done');
    expect(await command(['setup-link'])).toMatchObject({
      status: 1,
      complained: expect.stringContaining('There is already a firm here'),
    });
  });

  it('gives another database another link', async () => {
    const other = await ownDatabase();
    const first = await command(['setup-link', '--json']);
    process.env['DATABASE_URL'] = other.url;
    try {
      const { link } = JSON.parse((await command(['setup-link', '--json'])).printed) as { link: string };
      expectProblem(await setUp(tokenOf(link)), 403, 'set_up_link_wrong');
      expect(first.status).toBe(1);
    } finally {
      process.env['DATABASE_URL'] = database.url;
      await other.drop();
    }
  });
});

describe('a password by command line', () => {
  const words = (email: string, ...more: string[]) => ['user', 'set-password', '--email', email, ...more];

  it('comes from standard input', async () => {
    const [{ email }] = await api.dataSource.query<[{ email: string }]>('select email from firm_user limit 1');

    const set = await command(words(email, '--password-stdin'), ['another horse ', 'altogether\n']);

    expect(set).toMatchObject({ status: 0, printed: `The password of ${email} is set.\n` });
    const signIn = { email, password: 'another horse altogether' };
    expect((await aBrowser(api).post('/api/auth/sign-in/email').send(signIn)).status).toBe(200);
  });

  it('is never an argument, and is asked for on a terminal only', async () => {
    expect(await command(words('a@b.example', '--password', 'another horse altogether'))).toMatchObject({ status: 2 });
    expect(await command(words('a@b.example'))).toMatchObject({
      status: 2,
      complained: expect.stringContaining('--password-stdin'),
    });
  });

  it('is held to the same rules as everywhere', async () => {
    const [{ email }] = await api.dataSource.query<[{ email: string }]>('select email from firm_user limit 1');

    const refused = await command(words(email, '--password-stdin'), ['12345678']);

    expect(refused).toMatchObject({ status: 1, complained: expect.stringContaining('12 to 128 characters') });
  });
});
