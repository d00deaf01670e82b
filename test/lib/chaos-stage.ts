import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '@app/platform/database/data-source.js';
import { newId } from '@app/platform/database/id.js';
import { freePort, startPostgres } from '../../tools/lib/postgres.mjs';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aFlag } from '../factories/flag.factory.js';
import { History } from '../factories/history.factory.js';
import { TEST_AUTH_SECRET } from '../medium/api.js';
import { FaultProxy } from './fault-proxy.js';
import { mailAtAnyHour } from './loud.js';
import { MailServer } from './mail-server.js';
import { ownDatabase } from './own-database.js';
import { until } from './until.js';

export interface App {
  readonly process: ChildProcess;
  readonly url: string;
  /** everything it printed */
  readonly log: () => string;
}

/** Real processes of the product on a database of their own, with a fault proxy before everything they call. */
export class ChaosStage {
  readonly apps = new Set<App>();
  private watched = new Set<string>();
  firm!: TestFirm;
  past!: History;

  private constructor(
    readonly mail: MailServer,
    readonly toMail: FaultProxy,
    readonly toPostgres: FaultProxy,
    /** the test's own way to Postgres, which follows it to another port and never breaks */
    private readonly own: FaultProxy,
    readonly dataSource: DataSource,
    readonly databaseUrl: string,
    private readonly postgres: { current: Awaited<ReturnType<typeof startPostgres>> },
    private readonly dataDir: string,
    private readonly durable: boolean,
  ) {}

  static async open({ durable = false } = {}): Promise<ChaosStage> {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-chaos-'));
    fs.chmodSync(dataDir, 0o755);
    const postgres = { current: await startPostgres({ dataDir, durable }) };
    const toPostgres = await FaultProxy.start(() => postgres.current.port);
    const own = await FaultProxy.start(() => postgres.current.port);
    const direct = await ownDatabase(postgres.current.url);
    const by = ({ port }: FaultProxy): string => Object.assign(new URL(direct.url), { port: String(port) }).href;
    const databaseUrl = by(toPostgres);
    const dataSource = await new DataSource(
      dataSourceOptions({ DATABASE_URL: by(own), DATABASE_POOL: 4 }),
    ).initialize();
    const mail = await MailServer.start();
    const toMail = await FaultProxy.start(() => mail.port);
    return new ChaosStage(mail, toMail, toPostgres, own, dataSource, databaseUrl, postgres, dataDir, durable);
  }

  /** Another firm, before which nothing runs, nothing is owed and nothing misbehaves. */
  async clear(): Promise<void> {
    await Promise.all([...this.apps].map((app) => this.end(app, 'SIGKILL')));
    this.toMail.delayMs = 0;
    this.toMail.intervene = () => null;
    for (const line of [this.toMail, this.toPostgres]) line.resume();
    this.mail.nextFault = () => null;
    this.mail.received.length = 0;
    this.watched = new Set();
    await this.dataSource.query(`
      delete from reminder; delete from delivery_attempt; delete from delivery; delete from stall_flag; delete from outbox;
      update search_check set next_check_at = now() + interval '1 year'; update firm_user set role = 'researcher'`);
    this.firm = await aFirm(this.dataSource);
    await mailAtAnyHour(this.dataSource, this.firm.id);
    this.past = await History.of(this.dataSource, this.firm);
  }

  async close(): Promise<void> {
    await Promise.all([...this.apps].map((app) => this.end(app, 'SIGKILL')));
    await this.dataSource.destroy().catch(() => undefined);
    await this.mail.stop();
    await Promise.all([this.toMail.stop(), this.toPostgres.stop(), this.own.stop()]);
    await this.postgres.current.stop();
    fs.rmSync(this.dataDir, { recursive: true, force: true });
  }

  async start(name: 'api' | 'worker', own: Record<string, string> = {}): Promise<App> {
    const app = await this.spawn(name, own);
    await until(async () => (await this.ready(app)) || app.process.exitCode !== null);
    if (app.process.exitCode !== null) throw new Error(`${name} did not start: ${app.log().slice(-500)}`);
    return app;
  }

  /** The process alone: nobody has waited until it is ready. */
  /** `output`: a file that takes what it prints, instead of its log here. */
  async spawn(name: 'api' | 'worker', own: Record<string, string> = {}, output?: number): Promise<App> {
    const port = await freePort();
    const child = spawn(process.execPath, [`dist/apps/${name}/main.js`], {
      stdio: ['ignore', output ?? 'pipe', output ?? 'pipe'],
      env: {
        ...process.env,
        DATABASE_URL: this.databaseUrl,
        AUTH_SECRET: TEST_AUTH_SECRET,
        PORT: String(port),
        WORKER_HEALTH_PORT: String(port),
        SMTP_URL: `smtp://127.0.0.1:${this.toMail.port}`,
        SMTP_REQUIRE_TLS: 'no',
        MAIL_FROM: 'Searchlight <searchlight@firm.example>',
        LOG_LEVEL: 'debug',
        ...own,
      },
    });
    let log = '';
    child.stdout?.on('data', (chunk) => (log += chunk));
    child.stderr?.on('data', (chunk) => (log += chunk));
    const app = { process: child, url: `http://127.0.0.1:${port}`, log: () => log };
    this.apps.add(app);
    return app;
  }

  async ready({ url }: App): Promise<boolean> {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    return answer?.ok === true;
  }

  /** Milliseconds until it was gone. */
  async end(app: App, signal: NodeJS.Signals = 'SIGTERM'): Promise<number> {
    this.apps.delete(app);
    const began = Date.now();
    if (app.process.exitCode !== null || app.process.signalCode !== null) return 0;
    const gone = new Promise((resolve) => app.process.once('exit', resolve));
    app.process.kill(signal);
    await gone;
    return Date.now() - began;
  }

  /** As after `kill -QUIT` of the server: nobody is told, recovery at the next start. On another port, if it must be. */
  async restartPostgres(): Promise<void> {
    const [cluster] = fs.readdirSync(this.dataDir).filter((name) => name === 'postgres');
    const pid = Number(
      fs.readFileSync(path.join(this.dataDir, cluster ?? '', 'postmaster.pid'), 'utf8').split('\n')[0],
    );
    process.kill(pid, 'SIGQUIT');
    await until(() => !isAlive(pid));
    this.postgres.current = await startPostgres({ dataDir: this.dataDir, durable: this.durable });
  }

  /** As many mails: one search and one flag for each of as many consultants. All of them fall due now. */
  async owe(count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) {
      const leadUserId = newId();
      await this.dataSource.query(
        `insert into firm_user (firm_id, id, email, name, role, office_id, auth_user_id)
         values ($1, $2, $3, 'Simulated', 'consultant', $4, $2::uuid::text)`,
        [this.firm.id, leadUserId, `consultant-${leadUserId}@firm.example`, this.firm.officeId],
      );
      await aFlag(
        this.dataSource,
        this.firm.id,
        await this.past.search({ openedAt: '2026-10-01T09:00:00Z', leadUserId }),
      );
    }
    await mailAtAnyHour(this.dataSource, this.firm.id);
    await this.announce('stalls.flags_raised');
  }

  /** What else wakes the workers, which would look by themselves within 15 s to a minute. */
  async announce(fact: string): Promise<void> {
    await this.dataSource.query(`insert into outbox (firm_id, id, fact, subject_id) values ($1, $2, $3, $2)`, [
      this.firm.id,
      newId(),
      fact,
    ]);
  }

  /** The mails there are by now are the ones reckoned with; later ones come from what the sweeps find meanwhile. */
  async watch(atLeast: number): Promise<void> {
    await until(async () => (await this.count('true')) >= atLeast);
    const rows: { id: string }[] = await this.dataSource.query('select message_id as id from delivery');
    this.watched = new Set(rows.map(({ id }) => id));
  }

  /** So many of them, or all, are to go out now. */
  async fallDue(limit = this.watched.size): Promise<void> {
    await this.dataSource.query(
      `update delivery set not_before = now() where state = 'pending' and id in
         (select id from delivery where state = 'pending' and message_id = any($1) order by id limit $2)`,
      [[...this.watched], limit],
    );
  }

  /** The same, and the workers are told of it. */
  async hurry(limit = this.watched.size): Promise<void> {
    await this.fallDue(limit);
    await this.announce('deliveries.resent');
  }

  /** Hurries them until all are at their end; a mail server may have said "not now". */
  async settle(): Promise<void> {
    let hurriedAt = 0;
    await until(async () => {
      if (Date.now() - hurriedAt > 500) {
        hurriedAt = Date.now();
        await this.hurry();
      }
      return (await this.reckoning()).open === 0;
    });
  }

  async count(condition: string): Promise<number> {
    const [row] = await this.dataSource.query(`select count(*)::int as count from delivery where ${condition}`);
    return row.count;
  }

  /** Mails that arrived more than once, were called sent and never arrived, or are not at their end. */
  async reckoning(): Promise<{
    owed: number;
    sent: number;
    uncertain: number;
    twice: number;
    lost: number;
    open: number;
  }> {
    const rows: { state: string; id: string }[] = await this.dataSource.query(
      'select state, message_id as id from delivery where message_id = any($1)',
      [[...this.watched]],
    );
    const times = new Map<string, number>();
    for (const { messageId } of this.mail.received) times.set(messageId, (times.get(messageId) ?? 0) + 1);
    const of = (...states: string[]) => rows.filter(({ state }) => states.includes(state));
    return {
      owed: rows.length,
      sent: of('sent').length,
      uncertain: of('uncertain').length,
      twice: [...times.values()].filter((count) => count > 1).length,
      lost: of('sent').filter(({ id }) => !times.has(id)).length,
      open: of('pending', 'claimed').length,
    };
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
