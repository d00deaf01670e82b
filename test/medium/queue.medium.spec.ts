import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { Redis } from 'ioredis';
import { Config } from '@app/platform/config/config.js';
import { dataSourceOptions } from '@app/platform/database/data-source.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { announce } from '@app/platform/announcements/announcements.js';
import { QueueBackend } from '@app/platform/queue/backend.js';
import { JobQueues } from '@app/platform/queue/job-queues.js';
import { Consumers } from '../../apps/worker/src/consumers.js';
import { Lifecycle } from '../../apps/worker/src/lifecycle.js';
import { jobsFor, Relay } from '../../apps/worker/src/relay.js';
import { SCHEDULES } from '../../apps/worker/src/schedules.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aFlag } from '../factories/flag.factory.js';
import { History } from '../factories/history.factory.js';
import { mailAtAnyHour } from '../lib/loud.js';
import { MailServer } from '../lib/mail-server.js';
import { ownDatabase } from '../lib/own-database.js';
import { until } from '../lib/until.js';

/** Unset: the queue lives in Postgres. */
const REDIS_URL = process.env.TEST_REDIS_URL;
const END_WITHIN_MS = 3_000;

let database: Awaited<ReturnType<typeof ownDatabase>>;
let dataSource: DataSource;
let mail: MailServer;
let config: Config;
let firm: TestFirm;
let opened: { close(): Promise<void> }[];

beforeAll(async () => {
  database = await ownDatabase();
  dataSource = await new DataSource(dataSourceOptions({ DATABASE_URL: database.url, DATABASE_POOL: 5 })).initialize();
  mail = await MailServer.start();
  config = Object.assign(new Config(), {
    DATABASE_URL: database.url,
    REDIS_URL,
    AUTH_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    SMTP_URL: mail.url,
    SMTP_REQUIRE_TLS: 'no',
    MAIL_FROM: 'Searchlight <searchlight@firm.example>',
    WORKER_HEALTH_PORT: 0,
    LOG_LEVEL: 'silent',
  });
});

beforeEach(async () => {
  opened = [];
  await emptyQueueStore();
  await dataSource.query(`update outbox set relayed_at = now() where relayed_at is null`);
  firm = await aFirm(dataSource);
  await mailAtAnyHour(dataSource, firm.id);
});

afterEach(async () => {
  for (const each of opened) await each.close();
});

afterAll(async () => {
  await mail.stop();
  await dataSource.destroy();
  await database.drop();
});

describe(`the queue on ${REDIS_URL ? 'Redis' : 'Postgres'}`, () => {
  it('carries an announced flag to a reminder, and tells nobody twice', async () => {
    const worker = await aWorker();
    const searchId = await (await History.of(dataSource, firm)).search({ openedAt: '2026-10-01T09:00:00Z' });
    const flagId = await aFlag(dataSource, firm.id, searchId);

    await announceFlag(flagId);
    await announceFlag(flagId);
    await until(async () => (await waitingFacts()) === 0 && (await remindersOf(flagId)) > 0);
    await worker.consumers.run('reminders.plan');

    expect(await remindersOf(flagId)).toBe(1);
  });

  it('is asked once for jobs that are equal, by ids it accepts', () => {
    const facts = Array.from({ length: 50 }, () => ({
      firmId: firm.id,
      id: newId(),
      fact: 'stalls.flags_raised',
      subjectId: newId(),
    }));

    const jobs = jobsFor([...facts, { firmId: firm.id, id: newId(), fact: 'nobody.listens', subjectId: newId() }]);

    expect(jobs).toHaveLength(1);
    expect(jobs[0]?.job).toEqual({ name: 'reminders.plan_firm', payload: { firmId: firm.id } });
    expect(jobs[0]?.id).not.toContain(':');
  });

  it('gives two relays different facts, and loses none', async () => {
    for (let i = 0; i < 20; i += 1) await announceFlag(newId());
    const relays = [aRelay(), aRelay()];

    const handed = await Promise.all(relays.map((relay) => relay.relayBatch()));

    expect(handed.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(await waitingFacts()).toBe(0);
  });

  it('keeps the facts in the outbox while it cannot be reached', async () => {
    await announceFlag(newId());
    const jobs = aQueueSet({
      DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/nowhere',
      ...(REDIS_URL ? { REDIS_URL: 'redis://127.0.0.1:1' } : {}),
    });

    await expect(new Relay(new Database(dataSource), jobs).relayBatch()).rejects.toThrow();

    expect(await waitingFacts()).toBe(1);
  });

  it('holds each schedule once, however many workers start', async () => {
    await Promise.all([aWorker(), aWorker(), aWorker()]);
    const jobs = aQueueSet();
    await until(async () => (await jobs.schedules()).length >= SCHEDULES.length);
    await Promise.all([1, 2, 3].map(() => jobs.keepSchedules(SCHEDULES)));

    expect(await jobs.schedules()).toEqual(SCHEDULES.map(({ job }) => job.name).sort());
  });

  it('gets its schedules back after it lost everything', async () => {
    const jobs = aQueueSet();
    await jobs.keepSchedules(SCHEDULES);
    await emptyQueueStore();
    expect(await jobs.schedules()).toEqual([]);

    await jobs.keepSchedules(SCHEDULES);

    expect(await jobs.schedules()).toHaveLength(SCHEDULES.length);
  });

  it('may lose everything while mails are owed: all go out, none twice', async () => {
    const searchId = await (await History.of(dataSource, firm)).search({ openedAt: '2026-10-01T09:00:00Z' });
    await announceFlag(await aFlag(dataSource, firm.id, searchId));
    await aRelay().relayBatch();
    await emptyQueueStore();
    expect(await waitingFacts()).toBe(0);

    const worker = await aWorker();
    await worker.consumers.run('reminders.plan');
    await dataSource.query(`update delivery set not_before = now() where firm_id = $1`, [firm.id]);
    await until(async () => {
      await worker.consumers.run('deliveries.deliver_due');
      return mailsToLead() > 0;
    });
    await worker.consumers.run('deliveries.deliver_due');

    expect(mailsToLead()).toBe(1);
  });

  it.each([
    ['has just started', 0],
    ['has started a moment ago', 300],
  ])('lets a worker that has nothing in hand end at once: it %s', async (_, afterMs) => {
    const module = await workerModule();
    await module.get(Lifecycle).start();

    expect(await endedAfter(module, afterMs)).toBeLessThan(END_WITHIN_MS);
  });

  it('does not start a worker that could not do a job it would be woken for', async () => {
    const module = await workerModule();
    const consumers = module.get(Consumers);
    Object.defineProperty(consumers, 'processors', { value: consumers.processors.slice(1) });

    expect(() => consumers.start()).toThrow('no processor handles stalls.sweep');
  });
});

async function workerModule() {
  const module = await Test.createTestingModule({ imports: [WorkerModule] })
    .overrideProvider(Config)
    .useValue(config)
    .compile();
  opened.push(module);
  return module.init();
}

/** Milliseconds; the moment at which a process is told to end is nobody's choice. */
async function endedAfter(module: TestingModule, afterMs: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  opened = opened.filter((each) => each !== module);
  const began = Date.now();
  await module.close();
  return Date.now() - began;
}

async function aWorker() {
  const module = await workerModule();
  await module.get(Lifecycle).start();
  return { consumers: module.get(Consumers) };
}

function aQueueSet(where: Pick<Config, 'DATABASE_URL' | 'REDIS_URL'> = config): JobQueues {
  const jobs = new JobQueues(new QueueBackend(where));
  opened.push(jobs);
  return jobs;
}

const aRelay = (): Relay => new Relay(new Database(dataSource), aQueueSet());

function announceFlag(flagId: string): Promise<void> {
  return dataSource.transaction((tx) => announce(tx, firm.id, 'stalls.flags_raised', flagId));
}

const mailsToLead = (): number => mail.received.filter(({ to }) => to === firm.users.consultant.email).length;

async function waitingFacts(): Promise<number> {
  const [row] = await dataSource.query('select count(*)::int as count from outbox where relayed_at is null');
  return row.count;
}

async function remindersOf(flagId: string): Promise<number> {
  const [row] = await dataSource.query('select count(*)::int as count from reminder where subject_id = $1', [flagId]);
  return row.count;
}

/** What losing the queue means. */
async function emptyQueueStore(): Promise<void> {
  if (REDIS_URL) {
    const redis = new Redis(REDIS_URL);
    await redis.flushall();
    await redis.quit();
    return;
  }
  const tables: { name: string }[] = await dataSource.query(
    `select format('bullmq.%I', tablename) as name from pg_tables
     where schemaname = 'bullmq' and tablename not like '%migration%'`,
  );
  await dataSource.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
}
