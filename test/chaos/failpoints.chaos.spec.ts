import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FAILPOINTS, arm, disarm, reached, type Failpoint, type Failure } from '@app/platform/failpoints/failpoints.js';
import { ensureBuilt } from '../../tools/lib/build.mjs';
import { startPostgres } from '../../tools/lib/postgres.mjs';
import { MailProvider } from '../lib/mail-provider.js';
import { ownDatabase } from '../lib/own-database.js';
import { aMailingFirm, aSender, type MailingFirm } from '../lib/reminders.js';
import { until } from '../lib/until.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Where a mail that is uncertain afterwards may be uncertain: its body was on its way. */
const IN_DOUBT: readonly Failpoint[] = [
  'delivery.marked',
  'mail.body_under_way',
  'delivery.answered',
  'delivery.finish_written',
];
/** Only with a provider's HTTP API. */
const WITH_PROVIDER: readonly Failpoint[] = ['mail.request_answered'];
/** In the worker's own loops. */
const OF_THE_WORKER: readonly Failpoint[] = ['relay.jobs_added'];
/** Reached when somebody else looks after a holder that is gone. */
const OF_THE_RELEASE: readonly Failpoint[] = ['delivery.release_written', 'delivery.released'];

/** As many mails as one process hands over at the same time. */
const DOUBTFUL = 8;

let close: () => Promise<void>;
let url: string;
let firm: MailingFirm;
let provider: MailProvider;

beforeAll(async () => {
  await ensureBuilt(['api', 'worker', 'cli', 'failing worker']);
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-failpoints-'));
  fs.chmodSync(dataDir, 0o755);
  const postgres = await startPostgres({ dataDir, durable: false });
  url = (await ownDatabase(postgres.url)).url;
  close = async () => {
    await postgres.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
}, 180_000);
afterAll(() => close());

beforeEach(async () => {
  firm = await aMailingFirm(url);
  provider = await MailProvider.start();
});
afterEach(async () => {
  disarm();
  await provider.stop();
  await firm.stop();
});

const settings = () => ({
  MAIL_TRANSPORT: 'resend' as const,
  MAIL_API_URL: provider.url,
  MAIL_API_KEY: 're_simulated',
});

describe('the list of failpoints', () => {
  it('is the list of the calls, one each', () => {
    const calls = sources(['libs', 'apps']).flatMap((text) =>
      [...text.matchAll(/failpoint\('([^']+)'\)/g)].map(([, name]) => name),
    );

    expect(calls.sort()).toEqual([...FAILPOINTS].sort());
  });

  it('is not in what is built', () => {
    const built = ['api', 'worker', 'cli'].map((app) =>
      fs.readFileSync(path.join(ROOT, `dist/apps/${app}/main.js`), 'utf8'),
    );
    const failing = fs.readFileSync(path.join(ROOT, 'dist/failpoints/apps/worker/main.js'), 'utf8');

    for (const name of FAILPOINTS)
      expect(built.filter((text) => text.includes(`'${name}'`) || text.includes(`"${name}"`))).toEqual([]);
    expect(built.filter((text) => /failpoint/i.test(text))).toEqual([]);
    expect(FAILPOINTS.filter((name) => !failing.includes(name))).toEqual([]);
  });
});

describe('a sender that fails', () => {
  const cases = FAILPOINTS.filter((name) => !OF_THE_WORKER.includes(name)).flatMap((name) =>
    (['throw', 'hang'] as const).map((how): [Failpoint, Failure] => [name, how]),
  );

  it.each(cases)('at %s (%s) sends nothing twice and loses nothing', async (name, how) => {
    const withProvider = WITH_PROVIDER.includes(name);
    const failing = await aSender(url, firm.server.url, withProvider ? settings() : {});
    const next = await aSender(url, firm.server.url, withProvider ? settings() : {});
    await firm.flaggedSearch();
    if (OF_THE_RELEASE.includes(name)) await aHolderThatIsGone();
    arm(name, how);

    const work = pass(failing).catch(() => undefined);
    await Promise.race([work, until(() => reached() === 1)]);
    expect(reached()).toBe(1);
    if (how === 'hang') await databaseLosesPatience();
    await settled(next);
    disarm();
    await work;
    await settled(next);

    await expectOnce(name, withProvider);
    await failing.stop();
    await next.stop();
  });
});

describe('a worker that is killed', () => {
  it.each(FAILPOINTS)('at %s has sent nothing twice and lost nothing', async (name) => {
    const withProvider = WITH_PROVIDER.includes(name);
    const next = await aSender(url, firm.server.url, withProvider ? settings() : {});
    await firm.flaggedSearch();
    await announceSomething();
    if (OF_THE_RELEASE.includes(name)) await aHolderThatIsGone();
    const worker = aWorker(name, withProvider);
    const gone = new Promise<NodeJS.Signals | null>((resolve) => worker.once('exit', (_, signal) => resolve(signal)));
    // the worker plans at its start; what it planned is to gather for half a minute
    const hurry = setInterval(() => void fallDueNow().catch(() => undefined), 300);

    const signal = await gone;
    clearInterval(hurry);
    await settled(next);

    expect(signal).toBe('SIGKILL');
    await expectOnce(name, withProvider);
    await next.stop();
  });
});

/** All a worker does for a mail, once. */
async function pass(sender: Awaited<ReturnType<typeof aSender>>): Promise<void> {
  await sender.planning.planFirm(firm.firm.id);
  await firm.fallDue();
  await sender.deliveries.releaseExpired();
  await firm.fallDue();
  await sender.deliveries.deliverDue({ limit: 10 });
}

/** Somebody else goes on, as if every lease had run out and every wait were over. */
async function settled(sender: Awaited<ReturnType<typeof aSender>>): Promise<void> {
  const began = Date.now();
  await until(async () => {
    await firm.leasesRunOut();
    await pass(sender);
    const states = await firm.states();
    return states.length > 0 && states.every((state) => !['pending', 'claimed'].includes(state));
  });
  expect(Date.now() - began).toBeLessThan(10_000);
}

/** As if somebody had kept a transaction open for longer than the database allows. */
async function databaseLosesPatience(): Promise<void> {
  await firm.dataSource.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`,
  );
}

async function aHolderThatIsGone(): Promise<void> {
  await firm.plannedAndDue();
  await firm.dataSource.query(
    `update delivery set state = 'claimed', fence = 1, attempts = 1, lease_until = now() - interval '1 second'`,
  );
}

/** And the worker is told, which would look by itself within 15 s. */
async function fallDueNow(): Promise<void> {
  await firm.fallDue();
  await announceSomething('deliveries.resent');
}

async function announceSomething(fact = 'stalls.flag_raised'): Promise<void> {
  await firm.dataSource.query(
    `insert into outbox (firm_id, id, fact, subject_id) values ($1, gen_random_uuid(), $2, gen_random_uuid())`,
    [firm.firm.id, fact],
  );
}

/** The worker also finds what the firms of earlier tests are owed, so every mail is judged by itself. */
async function expectOnce(name: Failpoint, withProvider: boolean): Promise<void> {
  const ids = withProvider
    ? provider.sent.map(({ key }) => `<${key}>`)
    : firm.server.received.map(({ messageId }) => messageId);
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  const rows: { state: string; id: string }[] = await firm.dataSource.query(
    'select state, message_id as id from delivery',
  );
  const twice = [...times.values()].filter((count) => count > 1);
  const lost = rows.filter(({ state, id }) => state === 'sent' && !times.has(id));
  const open = rows.filter(({ state }) => ['pending', 'claimed'].includes(state));
  const uncertain = rows.filter(({ state }) => state === 'uncertain');

  expect({ twice, lost, open }).toEqual({ twice: [], lost: [], open: [] });
  expect(rows.some(({ state }) => state === 'sent' || state === 'uncertain')).toBe(true);
  expect(uncertain.length).toBeLessThanOrEqual(IN_DOUBT.includes(name) ? DOUBTFUL : 0);
}

function aWorker(name: Failpoint, withProvider: boolean): ChildProcess {
  return spawn(process.execPath, ['dist/failpoints/apps/worker/main.js', `--failpoint=${name}:kill`], {
    cwd: ROOT,
    stdio: 'ignore',
    env: {
      ...process.env,
      DATABASE_URL: url,
      AUTH_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
      SMTP_URL: firm.server.url,
      SMTP_REQUIRE_TLS: 'no',
      MAIL_FROM: 'Searchlight <searchlight@firm.example>',
      WORKER_HEALTH_PORT: '0',
      LOG_LEVEL: 'silent',
      ...(withProvider ? settings() : {}),
    },
  });
}

function sources(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ts$/.test(file) && !/\.spec\.ts$|node_modules|failpoints\.ts$|^web\//.test(file))
      .map((file) => fs.readFileSync(path.join(ROOT, folder, file), 'utf8')),
  );
}
