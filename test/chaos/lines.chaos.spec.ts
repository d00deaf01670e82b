import { Redis } from 'ioredis';
import { ensureBuilt } from '../../tools/lib/build.mjs';
import { startRedis } from '../../tools/lib/redis.mjs';
import { type App, ChaosStage } from '../lib/chaos-stage.js';
import { FaultProxy, type Outage, OUTAGES } from '../lib/fault-proxy.js';
import { Movers } from '../lib/movers.js';
import { until } from '../lib/until.js';

/** How long a host is away that vanished; the full size is in tools/chaos.mjs. */
const AWAY_MS = Number(process.env.CHAOS_AWAY_MS ?? 3_000);
/** Where nobody is told, the longest statement has to be waited out before a connection is known to be gone. */
const WELL_AFTER_MS: Readonly<Record<Outage, number>> = {
  cut: 10_000,
  reset: 10_000,
  stall: 10_000,
  'half-open': 30_000,
  refuse: 10_000,
};
const MAILS_OWED = 8;

let stage: ChaosStage;
beforeAll(async () => {
  await ensureBuilt(['api', 'worker']);
  stage = await ChaosStage.open();
}, 180_000);
afterAll(() => stage.close());

const lasts = (how: Outage): boolean => how !== 'cut' && how !== 'reset';
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a line to the database that breaks under load', () => {
  let api: App;
  let worker: App;
  let movers: Movers;

  beforeAll(async () => {
    await stage.clear();
    [api, worker] = await Promise.all([stage.start('api'), stage.start('worker')]);
    movers = await Movers.of(stage, () => api);
  }, 60_000);

  it.each(OUTAGES)('(%s) ends no process, and all is well soon afterwards', async (how) => {
    const before = movers.acknowledged.size;
    await until(() => movers.acknowledged.size >= before + 20);
    stage.toPostgres.break(how);
    if (lasts(how)) await pause(AWAY_MS);
    stage.toPostgres.resume();
    const back = Date.now();
    const since = movers.moving();
    await until(async () => (await stage.ready(api)) && (await stage.ready(worker)));
    const healthyMs = Date.now() - back;
    await until(() => since() && movers.acknowledged.size >= before + 40);
    const everyClientMs = Date.now() - back;
    await until(relayed);
    const relayedMs = Date.now() - back;

    console.log(`database line ${how}: ${JSON.stringify({ healthyMs, everyClientMs, relayedMs })}`);
    expect(Math.max(healthyMs, everyClientMs, relayedMs)).toBeLessThan(WELL_AFTER_MS[how]);
    expect([api.process.exitCode, worker.process.exitCode]).toEqual([null, null]);
  });

  it('after all of it each move has its audit row and its announced fact', async () => {
    await movers.stop();
    const { moves, audited, announced, versions } = await movers.halves();
    const { refusals, broken } = movers;
    console.log(
      `broken lines to the database: ${JSON.stringify({ acknowledged: movers.acknowledged.size, moves, audited, announced, refusals, broken })}`,
    );
    expect({ audited, announced, versions }).toEqual({ audited: moves, announced: moves, versions: moves });
    expect(moves).toBeGreaterThanOrEqual(movers.acknowledged.size);
    expect(broken).toBe(0);
  });

  async function relayed(): Promise<boolean> {
    const [row] = await stage.dataSource.query(
      `select count(*)::int as count from outbox where firm_id = $1 and relayed_at is null and created_at < now() - interval '3 s'`,
      [stage.firm.id],
    );
    return row.count === 0;
  }
});

describe('a line to Redis that breaks while mails are owed', () => {
  let api: App;
  let worker: App;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let toRedis: FaultProxy;
  let client: Redis;
  let owed = 0;

  beforeAll(async () => {
    await stage.clear();
    redis = await startRedis();
    if (!redis) return console.error('!!! SKIPPED: no redis-server here !!!');
    const { port } = new URL(redis.url);
    client = new Redis(redis.url);
    toRedis = await FaultProxy.start(() => Number(port));
    const queue = { REDIS_URL: `redis://127.0.0.1:${toRedis.port}` };
    [api, worker] = await Promise.all([stage.start('api', queue), stage.start('worker', queue)]);
  }, 60_000);
  afterAll(async () => {
    await stage.clear();
    await toRedis?.stop();
    await client?.quit();
    await redis?.stop();
  });

  it.each(OUTAGES)('(%s) delays mails, loses none and is taken up again', async (how) => {
    if (!redis) return;
    await until(async () => (await jobsDone()) > 0);
    await stage.owe(MAILS_OWED);
    await stage.watch((owed += MAILS_OWED));
    await stage.hurry(MAILS_OWED / 2);
    await until(async () => (await stage.reckoning()).open < MAILS_OWED);
    toRedis.break(how);
    await stage.hurry();
    const slowestMs = await slowestAnswer(lasts(how) ? AWAY_MS : 500);
    toRedis.resume();
    const back = Date.now();
    await until(async () => (await stage.reckoning()).open === 0);
    const sentMs = Date.now() - back;
    const done = await jobsDone();
    await stage.announce('deliveries.resent');
    await until(async () => (await jobsDone()) > done);
    const queueMs = Date.now() - back;

    const counts = await stage.reckoning();
    console.log(`Redis line ${how}: ${JSON.stringify({ ...counts, slowestMs, sentMs, queueMs })}`);
    expect(counts).toMatchObject({ twice: 0, lost: 0, open: 0, uncertain: 0 });
    expect(counts.sent).toBeGreaterThanOrEqual(owed);
    expect(slowestMs).toBeLessThan(1_000);
    expect(queueMs).toBeLessThan(30_000);
    expect(worker.process.exitCode).toBe(null);
  });

  it('and does not keep processes from ending while it is gone', async () => {
    if (!redis) return;
    toRedis.break('half-open');
    const ended = { worker: await stage.end(worker), api: await stage.end(api) };
    console.log(`Redis line half-open, told to end: ${JSON.stringify(ended)} ms`);
    expect(Math.max(ended.worker, ended.api)).toBeLessThan(25_000);
  });

  const jobsDone = (): Promise<number> => client.zcard('bull:deliveries:completed');

  async function slowestAnswer(forMs: number): Promise<number> {
    let slowest = 0;
    for (const end = Date.now() + forMs; Date.now() < end;) {
      const at = performance.now();
      const answer = await fetch(`${api.url}/api/me`, { headers: { cookie: stage.firm.cookie('partner') } });
      expect(answer.status).toBe(200);
      slowest = Math.max(slowest, performance.now() - at);
    }
    return Math.round(slowest);
  }
});
