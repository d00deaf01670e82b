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
const IN_DOUBT: readonly Failpoint[] = ['delivery.marked', 'mail.body_under_way', 'delivery.answered'];
/** Only with a provider's HTTP API. */
const WITH_PROVIDER: readonly Failpoint[] = ['mail.request_answered'];
/** In the worker's own loops. */
const OF_THE_WORKER: readonly Failpoint[] = ['relay.jobs_added'];
/** Reached by a worker that plans; for the others the mail is owed before it starts. */
const OF_THE_PLANNING: readonly Failpoint[] = ['planning.written', 'planning.committed'];
/** Reached when somebody else looks after a holder that is gone. */
const OF_THE_RELEASE: readonly Failpoint[] = ['delivery.release_written', 'delivery.released'];

/** As many mails as one process hands over at the same time. */
const DOUBTFUL = 8;
/** Workers are killed in as many databases at the same time. */
const BENCHES = 2;

let benches: Bench[];
let close: () => Promise<void>;

beforeAll(async () => {
  await ensureBuilt(['api', 'worker', 'cli', 'failing worker']);
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-failpoints-'));
  fs.chmodSync(dataDir, 0o755);
  const postgres = await startPostgres({ dataDir, durable: false });
  benches = await Promise.all(Array.from({ length: BENCHES }, () => Bench.open(postgres.url)));
  close = async () => {
    await Promise.all(benches.map((bench) => bench.close()));
    await postgres.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
}, 180_000);
afterAll(() => close());

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
  afterEach(disarm);

  it.each(cases)('at %s (%s) sends nothing twice and loses nothing', async (name, how) => {
    const [bench] = benches as [Bench];
    const { failing, next } = bench.senders(name);
    await bench.clear();
    await bench.firm.flaggedSearch();
    if (OF_THE_RELEASE.includes(name)) await bench.aHolderThatIsGone();
    arm(name, how);

    const work = bench.pass(failing).catch(() => undefined);
    await Promise.race([work, until(() => reached() === 1)]);
    expect(reached()).toBe(1);
    if (how === 'hang') await bench.databaseLosesPatience();
    const settledInMs = await bench.settled(next);
    disarm();
    await work;
    await bench.settled(next);

    expectOnce(name, await bench.outcome(name));
    expect(settledInMs).toBeLessThan(10_000);
  });
});

describe('a worker that is killed', () => {
  const killed = new Map<Failpoint, Promise<Killed>>();
  beforeAll(() => {
    const lanes = benches.map((bench) => ({ bench, free: Promise.resolve<unknown>(undefined) }));
    for (const [index, name] of FAILPOINTS.entries()) {
      const lane = lanes[index % lanes.length] as (typeof lanes)[number];
      const result = lane.free.then(() => lane.bench.killWorkerAt(name));
      lane.free = result.catch(() => undefined);
      killed.set(name, result);
    }
    return undefined;
  });
  afterAll(async () => {
    const all = await Promise.allSettled(killed.values());
    const ends = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.outcome] : []));
    const sum = (of: (outcome: Outcome) => number) => ends.reduce((total, one) => total + of(one), 0);
    console.log(
      `P12: ${FAILPOINTS.length} failpoints, ${ends.length} workers killed: ${sum((one) => one.sent)} sent, ` +
        `${sum((one) => one.uncertain)} uncertain, ${sum((one) => one.twice.length)} received twice, ${sum((one) => one.lost.length)} lost`,
    );
  });

  it.each(FAILPOINTS)('at %s has sent nothing twice and lost nothing', async (name) => {
    const { signal, settledInMs, outcome } = (await killed.get(name)) as Killed;

    expect(signal).toBe('SIGKILL');
    expectOnce(name, outcome);
    expect(settledInMs).toBeLessThan(10_000);
  });
});

/** What became of the mails owed, each judged by itself: a worker also finds what the sweeps raise meanwhile. */
interface Outcome {
  readonly twice: readonly string[];
  readonly lost: readonly string[];
  readonly open: readonly string[];
  readonly sent: number;
  readonly uncertain: number;
}

interface Killed {
  readonly signal: NodeJS.Signals | null;
  readonly settledInMs: number;
  readonly outcome: Outcome;
}

function expectOnce(name: Failpoint, { twice, lost, open, sent, uncertain }: Outcome): void {
  expect({ twice, lost, open }).toEqual({ twice: [], lost: [], open: [] });
  expect(sent + uncertain).toBeGreaterThan(0);
  expect(uncertain).toBeLessThanOrEqual(IN_DOUBT.includes(name) ? DOUBTFUL : 0);
}

type Sender = Awaited<ReturnType<typeof aSender>>;

/** A firm in a database of its own, with a mail server, a provider, and senders by either way. */
class Bench {
  private constructor(
    private readonly url: string,
    readonly firm: MailingFirm,
    private readonly provider: MailProvider,
    private readonly bySmtp: readonly [Sender, Sender],
    private readonly byProvider: readonly [Sender, Sender],
  ) {}

  static async open(postgresUrl: string): Promise<Bench> {
    const { url } = await ownDatabase(postgresUrl);
    const firm = await aMailingFirm(url);
    const provider = await MailProvider.start();
    const smtp = () => aSender(url, firm.server.url);
    const http = () => aSender(url, firm.server.url, settingsOf(provider));
    return new Bench(url, firm, provider, [await smtp(), await smtp()], [await http(), await http()]);
  }

  async close(): Promise<void> {
    await Promise.all([...this.bySmtp, ...this.byProvider].map((sender) => sender.stop()));
    await this.provider.stop();
    await this.firm.stop();
  }

  senders(name: Failpoint): { failing: Sender; next: Sender } {
    const [failing, next] = WITH_PROVIDER.includes(name) ? this.byProvider : this.bySmtp;
    return { failing, next };
  }

  /** Nothing is owed, nothing has arrived, and no sweep looks at the searches of earlier cases. */
  async clear(): Promise<void> {
    await this.firm.dataSource.query(`
      delete from reminder; delete from delivery_attempt; delete from delivery; delete from stall_flag;
      update search_check set next_check_at = now() + interval '1 year'`);
    this.firm.server.received.length = 0;
    this.provider.sent.length = 0;
  }

  /** All a worker does for a mail, once. */
  async pass(sender: Sender): Promise<void> {
    await sender.planning.planFirm(this.firm.firm.id);
    await this.firm.fallDue();
    await sender.deliveries.releaseExpired();
    await this.firm.fallDue();
    await sender.deliveries.deliverDue({ limit: 10 });
  }

  /** Somebody else goes on, as if every lease had run out and every wait were over. Milliseconds it took. */
  async settled(sender: Sender): Promise<number> {
    const began = Date.now();
    await until(async () => {
      await this.firm.leasesRunOut();
      await this.pass(sender);
      const states = await this.firm.states();
      return states.length > 0 && states.every((state) => !['pending', 'claimed'].includes(state));
    });
    return Date.now() - began;
  }

  /** As if somebody had kept a transaction open for longer than the database allows. */
  async databaseLosesPatience(): Promise<void> {
    await this.firm.dataSource.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`,
    );
  }

  async aHolderThatIsGone(): Promise<void> {
    await this.firm.plannedAndDue();
    await this.firm.dataSource.query(
      `update delivery set state = 'claimed', fence = 1, attempts = 1, lease_until = now() - interval '1 second'`,
    );
  }

  async killWorkerAt(name: Failpoint): Promise<Killed> {
    await this.clear();
    await this.firm.flaggedSearch();
    await this.announce('stalls.flags_raised');
    if (OF_THE_RELEASE.includes(name)) await this.aHolderThatIsGone();
    else if (!OF_THE_PLANNING.includes(name)) await this.firm.plannedAndDue();
    const worker = this.aWorker(name);
    const gone = new Promise<NodeJS.Signals | null>((resolve) => worker.once('exit', (_, signal) => resolve(signal)));
    // what a worker planned itself is to gather for half a minute, and it would look for it within 15 s
    const hurry = setInterval(() => void this.hurry().catch(() => undefined), 300);
    const signal = await gone;
    clearInterval(hurry);
    const settledInMs = await this.settled(this.senders(name).next);
    return { signal, settledInMs, outcome: await this.outcome(name) };
  }

  async outcome(name: Failpoint): Promise<Outcome> {
    const ids = WITH_PROVIDER.includes(name)
      ? this.provider.sent.map(({ key }) => `<${key}>`)
      : this.firm.server.received.map(({ messageId }) => messageId);
    const rows: { state: string; id: string }[] = await this.firm.dataSource.query(
      'select state, message_id as id from delivery',
    );
    const of = (...states: string[]) => rows.filter(({ state }) => states.includes(state)).map(({ id }) => id);
    return {
      twice: ids.filter((id, index) => ids.indexOf(id) !== index),
      lost: of('sent').filter((id) => !ids.includes(id)),
      open: of('pending', 'claimed'),
      sent: of('sent').length,
      uncertain: of('uncertain').length,
    };
  }

  private async hurry(): Promise<void> {
    await this.firm.fallDue();
    await this.announce('deliveries.resent');
  }

  private async announce(fact: string): Promise<void> {
    await this.firm.dataSource.query(
      `insert into outbox (firm_id, id, fact, subject_id) values ($1, gen_random_uuid(), $2, gen_random_uuid())`,
      [this.firm.firm.id, fact],
    );
  }

  private aWorker(name: Failpoint): ChildProcess {
    return spawn(process.execPath, ['dist/failpoints/apps/worker/main.js', `--failpoint=${name}:kill`], {
      cwd: ROOT,
      stdio: 'ignore',
      env: {
        ...process.env,
        DATABASE_URL: this.url,
        AUTH_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
        SMTP_URL: this.firm.server.url,
        SMTP_REQUIRE_TLS: 'no',
        MAIL_FROM: 'Searchlight <searchlight@firm.example>',
        WORKER_HEALTH_PORT: '0',
        LOG_LEVEL: 'silent',
        ...(WITH_PROVIDER.includes(name) ? settingsOf(this.provider) : {}),
      },
    });
  }
}

const settingsOf = (provider: MailProvider) => ({
  MAIL_TRANSPORT: 'resend' as const,
  MAIL_API_URL: provider.url,
  MAIL_API_KEY: 're_simulated',
});

function sources(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ts$/.test(file) && !/\.spec\.ts$|node_modules|failpoints\.ts$|^web\//.test(file))
      .map((file) => fs.readFileSync(path.join(ROOT, folder, file), 'utf8')),
  );
}
