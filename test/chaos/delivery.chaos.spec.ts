import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { Config } from '@app/platform/config/config.js';
import { dataSourceOptions } from '@app/platform/database/data-source.js';
import { newId } from '@app/platform/database/id.js';
import { QueueBackend } from '@app/platform/queue/backend.js';
import { JobQueues } from '@app/platform/queue/job-queues.js';
import type { Job } from '@app/platform/queue/jobs.js';
import { ensureBuilt } from '../../tools/lib/build.mjs';
import { startPostgres } from '../../tools/lib/postgres.mjs';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aFlag } from '../factories/flag.factory.js';
import { History } from '../factories/history.factory.js';
import { mailAtAnyHour } from '../lib/loud.js';
import { ProviderReceiver, SmtpReceiver, type MailReceiver } from '../lib/mail-receiver.js';
import { ownDatabase } from '../lib/own-database.js';
import { seeded } from '../lib/random.js';
import { aSender } from '../lib/reminders.js';
import { until } from '../lib/until.js';

/** The full sizes are in tools/chaos.mjs. */
const REMINDERS = Number(process.env.CHAOS_REMINDERS ?? 40);
const WORKERS = Number(process.env.CHAOS_WORKERS ?? 2);
const KILLS = Number(process.env.CHAOS_KILLS ?? 5);
const SEED = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);
/** In the product a lease is 20 s, renewed every 5 s; here whoever did not renew it for this long counts as silent. */
const SILENT_SECONDS = 7;
const MINUTE_MS = 60_000;
/** Whoever looks after what others left sends nothing itself. */
const NOWHERE = 'smtp://127.0.0.1:1';

interface Way {
  readonly way: string;
  readonly open: () => Promise<MailReceiver>;
  /** How many mails one kill may leave in doubt: as many as were being handed over. None where one may ask again. */
  readonly inDoubtPerKill: number;
  readonly inDoubtPerLostAnswer: number;
}

const WAYS: readonly Way[] = [
  { way: 'SMTP, one mail at a time', open: () => SmtpReceiver.open(1), inDoubtPerKill: 1, inDoubtPerLostAnswer: 1 },
  { way: 'SMTP, eight at a time', open: () => SmtpReceiver.open(8), inDoubtPerKill: 8, inDoubtPerLostAnswer: 1 },
  {
    way: 'a provider with idempotency keys, eight at a time',
    open: () => ProviderReceiver.open(8),
    inDoubtPerKill: 0,
    inDoubtPerLostAnswer: 0,
  },
];

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let dataDir: string;
let noticed: Promise<Noticed>;
const scenes: Scene[] = [];

beforeAll(async () => {
  await ensureBuilt(['worker']);
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-chaos-'));
  fs.chmodSync(dataDir, 0o755);
  postgres = await startPostgres({ dataDir, durable: false });
  // it takes most of a minute, in which there is nothing to do
  noticed = theKilledSender();
  noticed.catch(() => undefined);
}, 120_000);

afterAll(async () => {
  for (const scene of scenes) await scene.close();
  await postgres.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

describe('owed mails under kills and faults', () => {
  it.each(WAYS)(
    'by $way are never received twice, and every one ends in a known state',
    async ({ way, open, inDoubtPerKill, inDoubtPerLostAnswer }) => {
      const scene = await Scene.open(await open(), seeded(SEED));
      await scene.raiseFlags(REMINDERS);
      scene.startWorkers(WORKERS);
      await scene.planned(REMINDERS);
      scene.receiver.misbehave(scene.random);

      for (let kill = 0; kill < KILLS; kill += 1) await scene.sendAndKill(Math.ceil(REMINDERS / KILLS));
      await scene.settle();
      scene.receiver.behave();

      const { owed, sent, uncertain, uncertainReceived, open: unfinished, twice, lost } = await scene.reckoning();
      console.log(
        `seed ${SEED}, ${way}: ${owed} owed, ${scene.kills} kills, ${scene.receiver.faults} faults, ` +
          `${scene.receiver.lostAnswers} answers lost: ${sent} sent, ${owed - sent - uncertain} failed or cancelled, ` +
          `${uncertain} uncertain (${uncertainReceived} received), ${twice} received twice, ${lost} lost`,
      );
      expect({ twice, lost, unfinished }).toEqual({ twice: 0, lost: 0, unfinished: 0 });
      expect(owed).toBeGreaterThanOrEqual(REMINDERS);
      expect(uncertain).toBeLessThanOrEqual(
        inDoubtPerKill * scene.kills + inDoubtPerLostAnswer * scene.receiver.lostAnswers,
      );
      expect(sent).toBeGreaterThan(REMINDERS / 2);
      expect(scene.kills).toBe(KILLS);
      await scene.endWorkers();
    },
    3_600_000,
  );

  it('do not keep a worker from ending within 25 s, even with a mail server that hangs', async () => {
    const receiver = await SmtpReceiver.open(8);
    const scene = await Scene.open(receiver, seeded(SEED));
    receiver.server.nextFault = () => 'hang before 250';
    await scene.raiseFlags(1);
    const worker = await scene.workerThatSends();

    const began = Date.now();
    await kill(worker, 'SIGTERM');

    expect(Date.now() - began).toBeLessThan(25_000);
    expect(await scene.count(`state = 'claimed'`)).toBe(0);
    // the sweeps may have raised another flag meanwhile
    expect(receiver.arrived.length).toBeGreaterThan(0);
    expect(await scene.count(`state = 'uncertain' and finished_at > now() - interval '5 seconds'`)).toBe(
      receiver.arrived.length,
    );
  }, 60_000);

  it('that were on their way when their sender was killed show as uncertain within 60 s', async () => {
    const { withinMs, shown } = await noticed;

    console.log(`a mail whose sender was killed shows as uncertain after ${(withinMs / 1_000).toFixed(1)} s`);
    expect(shown[0]).toEqual({ state: 'uncertain', resend: true, arrived: true, attempts: ['lost'] });
    expect(withinMs).toBeLessThan(MINUTE_MS);
  }, 120_000);
});

interface Noticed {
  readonly withinMs: number;
  readonly shown: readonly object[];
}

/** The leases are those of the product: nobody looks after the mail but the worker that is started instead. */
async function theKilledSender(): Promise<Noticed> {
  const receiver = await SmtpReceiver.open(8);
  const scene = await Scene.open(receiver, seeded(SEED));
  receiver.server.nextFault = () => 'hang before 250';
  await scene.raiseFlags(1);
  const worker = await scene.workerThatSends();
  const died = Date.now();
  await kill(worker);
  receiver.behave();
  scene.startWorkers(1);
  for (;;) {
    const shown = await scene.shownAsUncertain();
    const withinMs = Date.now() - died;
    if (shown.length > 0 || withinMs > 2 * MINUTE_MS) {
      await scene.endWorkers();
      return { withinMs, shown };
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

class Scene {
  kills = 0;
  private readonly workers: ChildProcess[] = [];

  private constructor(
    readonly receiver: MailReceiver,
    readonly random: () => number,
    private readonly databaseUrl: string,
    private readonly dataSource: DataSource,
    private readonly firm: TestFirm,
    private readonly janitor: Awaited<ReturnType<typeof aSender>>,
    private readonly queues: JobQueues,
    private readonly release: () => Promise<void>,
  ) {}

  static async open(receiver: MailReceiver, random: () => number): Promise<Scene> {
    const { url } = await ownDatabase(postgres.url);
    const dataSource = await new DataSource(dataSourceOptions({ DATABASE_URL: url, DATABASE_POOL: 4 })).initialize();
    const janitor = await aSender(url, NOWHERE, { MAIL_TRANSPORT: receiver.transport });
    const queues = new JobQueues(new QueueBackend(Object.assign(new Config(), { DATABASE_URL: url })));
    const firm = await aFirm(dataSource);
    const scene = new Scene(receiver, random, url, dataSource, firm, janitor, queues, async () => {
      await queues.close();
      await janitor.stop();
      await receiver.stop();
      await dataSource.destroy();
    });
    scenes.push(scene);
    return scene;
  }

  async close(): Promise<void> {
    await this.endWorkers();
    await this.release();
  }

  async endWorkers(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => kill(worker, signal)));
  }

  /** One search and one flag for each of as many consultants: as many mails. */
  async raiseFlags(count: number): Promise<void> {
    const past = await History.of(this.dataSource, this.firm);
    for (let i = 0; i < count; i += 1) {
      const leadUserId = newId();
      await this.dataSource.query(
        `insert into firm_user (firm_id, id, email, name, role, office_id, auth_user_id)
         values ($1, $2, $3, 'Simulated', 'consultant', $4, $2::uuid::text)`,
        [this.firm.id, leadUserId, `consultant-${leadUserId}@firm.example`, this.firm.officeId],
      );
      await aFlag(this.dataSource, this.firm.id, await past.search({ openedAt: '2026-10-01T09:00:00Z', leadUserId }));
    }
    await mailAtAnyHour(this.dataSource, this.firm.id);
  }

  startWorkers(count: number): void {
    for (let i = 0; i < count; i += 1) this.workers.push(this.aWorker());
  }

  /** A planning that fails comes again a minute later by itself. */
  async planned(atLeast: number): Promise<void> {
    await until(async () => {
      await this.wake({ name: 'reminders.plan_firm', payload: { firmId: this.firm.id } });
      return (await this.count('true')) >= atLeast;
    });
  }

  /** Some mails fall due; a worker dies within moments of the first of them. */
  async sendAndKill(mails: number): Promise<void> {
    await this.fallDue(mails);
    const before = this.receiver.attempts;
    await until(async () => {
      await this.lookNow();
      await this.forgetSilent();
      return this.receiver.attempts > before || (await this.count(`state = 'pending'`)) === 0;
    });
    await new Promise((resolve) => setTimeout(resolve, this.random() * 60));
    const index = Math.floor(this.random() * this.workers.length);
    const victim = this.workers[index];
    if (victim) await kill(victim);
    this.kills += 1;
    this.workers[index] = this.aWorker();
  }

  /** A worker in the middle of handing a mail over. */
  async workerThatSends(): Promise<ChildProcess> {
    await this.endWorkers();
    const worker = this.aWorker();
    this.workers.push(worker);
    const before = this.receiver.arrived.length;
    await until(async () => {
      await this.fallDue();
      await this.lookNow();
      return this.receiver.arrived.length > before;
    });
    return worker;
  }

  /** The killing is over, and nobody holds anything any more: what is still owed comes to an end with one new worker. */
  async settle(): Promise<void> {
    await this.endWorkers('SIGTERM');
    await this.dataSource.query(`update delivery set lease_until = now() where state = 'claimed'`);
    this.startWorkers(1);
    await until(async () => {
      await this.fallDue();
      await this.lookNow();
      await this.forgetSilent();
      return (await this.count(`state in ('pending', 'claimed')`)) === 0;
    });
  }

  async count(condition: string): Promise<number> {
    const [row] = await this.dataSource.query(`select count(*)::int as count from delivery where ${condition}`);
    return row.count;
  }

  async reckoning() {
    const rows: { state: string; id: string }[] = await this.dataSource.query(
      'select state, message_id as id from delivery',
    );
    const times = new Map<string, number>();
    for (const id of this.receiver.arrived) times.set(id, (times.get(id) ?? 0) + 1);
    const of = (...states: string[]) => rows.filter(({ state }) => states.includes(state));
    return {
      owed: rows.length,
      sent: of('sent').length,
      uncertain: of('uncertain').length,
      uncertainReceived: of('uncertain').filter(({ id }) => times.has(id)).length,
      open: of('pending', 'claimed').length,
      twice: [...times.values()].filter((count) => count > 1).length,
      lost: of('sent').filter(({ id }) => !times.has(id)).length,
    };
  }

  /** As a partner of the firm sees it in the app. */
  async shownAsUncertain(): Promise<object[]> {
    const { items } = await this.janitor.mailLog.list(this.firm.actor('partner'), { state: 'uncertain' }, {});
    return items.map(({ state, actions: { resend, arrived }, attempts }) => ({
      state,
      resend,
      arrived,
      attempts: attempts.map(({ result }) => result),
    }));
  }

  /** Whatever somebody is working on just now is left out: it would be a deadlock in waiting. */
  private async fallDue(mails: number | null = null): Promise<void> {
    await this.dataSource.query(
      `update delivery set not_before = now()
       where id in (select id from delivery where state = 'pending' order by id limit $1 for update skip locked)`,
      [mails],
    );
  }

  private lookNow(): Promise<void> {
    return this.wake({ name: 'deliveries.deliver_due', payload: {} });
  }

  private async wake(job: Job): Promise<void> {
    await this.queues.add([{ job, id: `wake-${newId()}` }]);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  private async forgetSilent(): Promise<void> {
    await this.dataSource.query(
      `update delivery set lease_until = now() where state = 'claimed' and lease_until < now() + make_interval(secs => 20 - $1)`,
      [SILENT_SECONDS],
    );
    await this.janitor.deliveries.releaseExpired();
  }

  private aWorker(): ChildProcess {
    return spawn(process.execPath, ['dist/apps/worker/main.js'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DATABASE_URL: this.databaseUrl,
        AUTH_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
        ...this.receiver.settings,
        MAIL_FROM: 'Searchlight <searchlight@firm.example>',
        WORKER_HEALTH_PORT: '0',
        LOG_LEVEL: 'silent',
      },
    });
  }
}

async function kill(worker: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill(signal);
  await gone;
}
