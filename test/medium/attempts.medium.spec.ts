import { createHash } from 'node:crypto';
import { aFirm, type TestUser } from '../factories/firm.factory.js';
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
import { until } from '../lib/until.js';
import { openTestApi, type TestApi } from './api.js';

let mails: MailServer;
let api: TestApi;
beforeAll(async () => {
  mails = await MailServer.start();
  api = await openTestApi({ SMTP_URL: mails.url, SMTP_REQUIRE_TLS: 'no', TRUST_PROXY: 'loopback' });
});
afterAll(async () => {
  await api.close();
  await mails.stop();
});

const signIn = (browser: ReturnType<typeof aBrowser>, email: string, password = PASSWORD) =>
  browser.post('/api/auth/sign-in/email').send({ email, password });
const aPerson = async (): Promise<{ person: TestUser }> => {
  const of = await aFirm(api.dataSource, { roles: ['admin'] });
  return { person: await withPassword(api.dataSource, of.users.admin) };
};
const accountHash = (email: string): string => createHash('sha256').update(email).digest('base64url');

describe('guessing passwords of one account', () => {
  const guess = (address: string, email: string) => signIn(aBrowser(api, { address }), email, 'a guess of many');

  /** What is counted of this guesser; `next` is the wait that the last guess earned. */
  const countOf = async (address: string): Promise<{ count: number; next: number } | undefined> => {
    const [row] = await api.dataSource.query<{ count: number; next: number }[]>(
      `select count, round(extract(epoch from next_at - starts_at))::int as next
         from auth.attempt where key like 'sign-in for % from ' || $1`,
      [address],
    );
    return row;
  };
  const waitUntil = (address: string, moment: string) =>
    api.dataSource.query(
      `update auth.attempt set next_at = now() + $2::interval where key like 'sign-in for % from ' || $1`,
      [address, moment],
    );

  it('is slowed for the guesser, and its owner gets in from elsewhere during the attack', async () => {
    const { person } = await aPerson();
    const attacker = anAddress();
    for (let time = 1; time <= 5; time += 1) expect((await guess(attacker, person.email)).status).toBe(401);
    // as if the next guess came at once, however busy this machine is
    await waitUntil(attacker, '2 minutes');
    const refused = [
      await guess(attacker, person.email),
      await signIn(aBrowser(api, { address: attacker }), person.email),
    ];
    const owner = await signIn(aBrowser(api), person.email);

    for (const answer of refused) {
      expectProblem(answer, 429, 'too_many_attempts');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(60);
    }
    expect(owner.status).toBe(200);
  });

  it('waits longer with every guess, and a guess that came too early is not counted', async () => {
    const { person } = await aPerson();
    const attacker = anAddress();
    const waits: (number | undefined)[] = [];
    for (let time = 1; time <= 8; time += 1) {
      await guess(attacker, person.email);
      waits.push((await countOf(attacker))?.next);
      await waitUntil(attacker, '0 seconds');
    }
    await waitUntil(attacker, '1 minute');
    const before = await countOf(attacker);
    await guess(attacker, person.email);

    expect(waits).toEqual([0, 0, 0, 0, 2, 4, 8, 16]);
    expect((await countOf(attacker))?.count).toBe(before?.count);
  });

  it('from many places at once does not lock a device that has signed in before', async () => {
    const { person } = await aPerson();
    const office = anAddress();
    const known = aBrowser(api, { address: office });
    await signIn(known, person.email);
    // a colleague's machine in the same office guesses too
    await guess(office, person.email);
    await waitUntil(office, '1 hour');
    expectProblem(await guess(office, person.email), 429, 'too_many_attempts');
    await api.dataSource.query(
      `update auth.attempt set count = 500, next_at = now() + interval '1 hour'
        where key = 'sign-in for ' || $1 or key = 'sign-in from ' || $2`,
      [accountHash(person.email), office],
    );
    const stranger = await signIn(aBrowser(api), person.email);

    expectProblem(stranger, 429, 'too_many_attempts');
    expect((await signIn(known, person.email)).status).toBe(200);
  });

  it('from many places at once is kept in line, one by one', async () => {
    const { person } = await aPerson();
    await guess(anAddress(), person.email);
    await api.dataSource.query(`update auth.attempt set count = 40 where key = 'sign-in for ' || $1`, [
      accountHash(person.email),
    ]);
    const begun = Date.now();
    const answers = await Promise.all([1, 2, 3].map(() => guess(anAddress(), person.email)));

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(Date.now() - begun).toBeGreaterThan(1900);
  });

  it('costs a known device that guesses its own waits', async () => {
    const { person } = await aPerson();
    const known = aBrowser(api);
    await signIn(known, person.email);
    const guessKnown = () => signIn(known, person.email, 'a guess of many');
    expect((await guessKnown()).status).toBe(401);
    // eight more of them
    await api.dataSource.query(`update auth.attempt set count = 9 where key like 'sign-in for ' || $1 || ' by %'`, [
      accountHash(person.email),
    ]);
    expect((await guessKnown()).status).toBe(401);
    const [{ next }] = await api.dataSource.query<[{ next: number }]>(
      `select round(extract(epoch from next_at - starts_at))::int as next
         from auth.attempt where key like 'sign-in for ' || $1 || ' by %'`,
      [accountHash(person.email)],
    );

    expect(next).toBe(2);
  });

  it('counts tries at the same time one after the other', async () => {
    const { person } = await aPerson();
    const attacker = anAddress();

    const answers = await Promise.all(Array.from({ length: 12 }, () => guess(attacker, person.email)));

    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('refuses nobody because the try before it was counted a moment later than it came', async () => {
    const { person } = await aPerson();
    const attacker = anAddress();
    expect((await guess(attacker, person.email)).status).toBe(401);
    const before = api.dataSource.createQueryRunner();
    await before.startTransaction();
    const key = 'sign-in for % from ' + attacker;
    await before.query('select 1 from auth.attempt where key like $1 for update', [key]);
    const waiting = guess(attacker, person.email).then(({ status }) => status);
    await until(async () => (await before.query('select 1 from pg_locks where not granted')).length > 0);
    await before.query('update auth.attempt set next_at = clock_timestamp() where key like $1', [key]);
    await before.commitTransaction();
    await before.release();

    expect(await waiting).toBe(401);
  });

  it('takes as long for an address nobody has', async () => {
    const { person } = await aPerson();
    const timed = async (email: string): Promise<number> => {
      const begun = performance.now();
      await guess(anAddress(), email);
      return performance.now() - begun;
    };
    // in turn, and the quickest of each: what else the machine does can only make a try longer
    let [known, unknown] = [Infinity, Infinity];
    for (let time = 1; time <= 8; time += 1) {
      known = Math.min(known, await timed(person.email));
      unknown = Math.min(unknown, await timed(anEmail()));
    }

    expect(known / unknown).toBeGreaterThan(0.4);
    expect(known / unknown).toBeLessThan(2.5);
  });
});

it('somebody who knows the password may sign in as often as they like', async () => {
  const { person } = await aPerson();
  const address = anAddress();
  for (let time = 1; time <= 7; time += 1) {
    expect((await signIn(aBrowser(api, { address }), person.email)).status).toBe(200);
  }
});

it('a link from the mail brings the owner in when strangers keep the line full', async () => {
  const { person } = await aPerson();
  await signIn(aBrowser(api), person.email, 'a guess of many');
  await api.dataSource.query(
    `update auth.attempt set count = 500, next_at = now() + interval '1 hour' where key = 'sign-in for ' || $1`,
    [accountHash(person.email)],
  );
  const browser = aBrowser(api);
  expectProblem(await signIn(browser, person.email), 429, 'too_many_attempts');
  await browser.post('/api/auth/request-password-reset').send({ email: person.email });
  const [mail] = await mailsTo(mails, person.email);

  await browser.post('/api/auth/reset-password').send({ token: tokenIn(mail), newPassword: 'another horse at all' });

  expect((await signIn(browser, person.email, 'another horse at all')).status).toBe(200);
});
