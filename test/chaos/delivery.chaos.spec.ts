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
import { ensureBuilt } from '../../tools/lib/build.mjs';
import { startPostgres } from '../../tools/lib/postgres.mjs';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aFlag } from '../factories/flag.factory.js';
import { History } from '../factories/history.factory.js';
import { mailAtAnyHour } from '../lib/loud.js';
import { MailServer, type Fault } from '../lib/mail-server.js';
import { ownDatabase } from '../lib/own-database.js';
import { seeded } from '../lib/random.js';
import { aSender } from '../lib/reminders.js';
import { until } from '../lib/until.js';

/** The full sizes are in tools/chaos.mjs. */
const REMINDERS = Number(process.env.CHAOS_REMINDERS ?? 64);
const WORKERS = Number(process.env.CHAOS_WORKERS ?? 2);
const KILLS = Number(process.env.CHAOS_KILLS ?? 8);
const SEED = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);
/** In the product a lease is 20 s, renewed every 5 s; here whoever did not renew it for this long counts as silent. */
const SILENT_SECONDS = 7;

const random = seeded(SEED);
let scene: Scene;

beforeAll(async () => {
  await ensureBuilt(['worker']);
  scene = await Scene.open();
}, 120_000);

afterAll(() => scene.close());

describe('owed mails under kills and mail server faults', () => {
  it('are never received twice, and every one ends in a known state', async () => {
    await scene.raiseFlags(REMINDERS);
    scene.startWorkers(WORKERS);
    await until(async () => (await scene.count('true')) >= REMINDERS);
    scene.server.nextFault = () => scene.noting(faults());

    for (let kill = 0; kill < KILLS; kill += 1) await scene.sendAndKill(Math.ceil(REMINDERS / KILLS));
    await scene.settle();
    scene.server.nextFault = () => null;

    const states = await scene.states();
    const received = scene.server.received.map(({ messageId }) => messageId);
    const times = new Map<string, number>();
    for (const id of received) times.set(id, (times.get(id) ?? 0) + 1);
    const twice = [...times.values()].filter((count) => count > 1).length;
    const sent = states.filter(({ state }) => state === 'sent');
    const uncertain = states.filter(({ state }) => state === 'uncertain');
    const lost = sent.filter(({ messageId }) => !times.has(messageId)).length;
    console.log(
      `seed ${SEED}: ${states.length} owed, ${scene.kills} kills, ${scene.faults} faults: ${sent.length} sent, ` +
        `${states.length - sent.length - uncertain.length} failed or cancelled, ${uncertain.length} uncertain (${uncertain.filter(({ messageId }) => times.has(messageId)).length} received), ` +
        `${twice} received twice, ${lost} lost`,
    );
    expect(twice).toBe(0);
    expect(lost).toBe(0);
    expect(states.length).toBeGreaterThanOrEqual(REMINDERS);
    expect(states.filter(({ state }) => ['pending', 'claimed'].includes(state))).toEqual([]);
    // nobody knows of a mail only where a holder died or an answer was lost
    expect(uncertain.length).toBeLessThanOrEqual(8 * scene.kills + scene.faults);
    expect(sent.length).toBeGreaterThan(REMINDERS / 2);
    expect(scene.kills).toBe(KILLS);
  }, 3_600_000);

  it('do not keep a worker from ending within 25 s, even with a mail server that hangs', async () => {
    scene.server.nextFault = () => 'hang before 250';
    await scene.raiseFlags(1);
    const worker = await scene.workerThatSends();

    const began = Date.now();
    await kill(worker, 'SIGTERM');

    expect(Date.now() - began).toBeLessThan(25_000);
    expect(await scene.count(`state = 'claimed'`)).toBe(0);
    expect(await scene.count(`state = 'uncertain' and finished_at > now() - interval '5 seconds'`)).toBe(1);
  }, 60_000);
});

function faults(): Fault | null {
  const roll = random();
  if (roll < 0.05) return 'cut at MAIL';
  if (roll < 0.075) return '451 at RCPT';
  if (roll < 0.1) return '451 after DATA';
  if (roll < 0.12) return 'cut before 250';
  return null;
}

class Scene {
  kills = 0;
  faults = 0;
  private readonly workers: ChildProcess[] = [];

  private constructor(
    readonly server: MailServer,
    private readonly databaseUrl: string,
    private readonly dataSource: DataSource,
    private readonly firm: TestFirm,
    private readonly janitor: Awaited<ReturnType<typeof aSender>>,
    private readonly queues: JobQueues,
    private readonly release: () => Promise<void>,
  ) {}

  static async open(): Promise<Scene> {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-chaos-'));
    fs.chmodSync(dataDir, 0o755);
    const postgres = await startPostgres({ dataDir, durable: false });
    const { url } = await ownDatabase(postgres.url);
    const dataSource = await new DataSource(dataSourceOptions({ DATABASE_URL: url, DATABASE_POOL: 4 })).initialize();
    const server = await MailServer.start();
    const janitor = await aSender(url, server.url);
    const queues = new JobQueues(new QueueBackend(Object.assign(new Config(), { DATABASE_URL: url })));
    const firm = await aFirm(dataSource);
    return new Scene(server, url, dataSource, firm, janitor, queues, async () => {
      await queues.close();
      await janitor.stop();
      await server.stop();
      await dataSource.destroy();
      await postgres.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    });
  }

  noting(fault: Fault | null): Fault | null {
    if (fault) this.faults += 1;
    return fault;
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => kill(worker)));
    await this.release();
  }

  /** One search and one flag for each of as many consultants: as many mails. */
  async raiseFlags(count: number): Promise<void> {
    const past = await History.of(this.dataSource, this.firm);
    for (let i = 0; i < count; i += 1) {
      const leadUserId = newId();
      await this.dataSource.query(
        `insert into firm_user (firm_id, id, email, name, role, office_id) values ($1, $2, $3, 'Simulated', 'consultant', $4)`,
        [this.firm.id, leadUserId, `consultant-${leadUserId}@firm.example`, this.firm.officeId],
      );
      await aFlag(this.dataSource, this.firm.id, await past.search({ openedAt: '2026-10-01T09:00:00Z', leadUserId }));
    }
    await mailAtAnyHour(this.dataSource, this.firm.id);
  }

  startWorkers(count: number): void {
    for (let i = 0; i < count; i += 1) this.workers.push(this.aWorker());
  }

  /** Some mails fall due; a worker dies within moments of the first of them. */
  async sendAndKill(mails: number): Promise<void> {
    await this.dataSource.query(
      `update delivery set not_before = now() where id in (select id from delivery where state = 'pending' order by id limit $1)`,
      [mails],
    );
    const before = this.server.envelopes.length;
    await until(async () => {
      await this.lookNow();
      await this.forgetSilent();
      return this.server.envelopes.length > before || (await this.count(`state = 'pending'`)) === 0;
    });
    await new Promise((resolve) => setTimeout(resolve, random() * 60));
    const index = Math.floor(random() * this.workers.length);
    const victim = this.workers[index];
    if (victim) await kill(victim);
    this.kills += 1;
    this.workers[index] = this.aWorker();
  }

  /** A worker in the middle of handing a mail over. */
  async workerThatSends(): Promise<ChildProcess> {
    await Promise.all(this.workers.splice(0).map((worker) => kill(worker)));
    const worker = this.aWorker();
    this.workers.push(worker);
    const before = this.server.received.length;
    await until(async () => {
      await this.dataSource.query(`update delivery set not_before = now() where state = 'pending'`);
      await this.lookNow();
      return this.server.received.length > before;
    });
    return worker;
  }

  /** The killing is over, and nobody holds anything any more: what is still owed comes to an end with one new worker. */
  async settle(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => kill(worker, 'SIGTERM')));
    await this.dataSource.query(`update delivery set lease_until = now() where state = 'claimed'`);
    this.startWorkers(1);
    await until(async () => {
      await this.dataSource.query(`update delivery set not_before = now() where state = 'pending'`);
      await this.lookNow();
      await this.forgetSilent();
      return (await this.count(`state in ('pending', 'claimed')`)) === 0;
    });
  }

  async count(condition: string): Promise<number> {
    const [row] = await this.dataSource.query(`select count(*)::int as count from delivery where ${condition}`);
    return row.count;
  }

  states(): Promise<{ state: string; messageId: string }[]> {
    return this.dataSource.query(`select state, message_id as "messageId" from delivery`);
  }

  private async lookNow(): Promise<void> {
    await this.queues.add([{ job: { name: 'deliveries.deliver_due', payload: {} }, id: `look-${newId()}` }]);
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
        SMTP_URL: this.server.url,
        SMTP_REQUIRE_TLS: 'no',
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
