import { Redis } from 'ioredis';
import { ensureBuilt } from '../../tools/lib/build.mjs';
import { startRedis } from '../../tools/lib/redis.mjs';
import { type App, ChaosStage } from '../lib/chaos-stage.js';
import { BREAKS, FaultProxy, type Line, type Outage, OUTAGES } from '../lib/fault-proxy.js';
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
/** A mail server that says nothing is given up after 20 s. */
const HANGS_MS = 20_000;
const CLEAN_MAILS = 24;
const MAILS_OWED = 8;

const MOMENTS = ['before the body', 'in the body', 'before the 250'] as const;
type Moment = (typeof MOMENTS)[number];
const CASES = BREAKS.flatMap((how) => MOMENTS.map((moment) => ({ how, moment })));
type Case = (typeof CASES)[number];

let stage: ChaosStage;
beforeAll(async () => {
  await ensureBuilt(['api', 'worker']);
  stage = await ChaosStage.open();
}, 180_000);
afterAll(() => stage.close());

const lasts = (how: Outage): boolean => how !== 'cut' && how !== 'reset';
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a line to the mail server that breaks in the middle of a mail', () => {
  let worker: App;
  let othersAfterMs: number;
  let met: ReadonlyMap<string, Case>;
  const ends = new Map<string, { state: string; received: number }>();

  beforeAll(async () => {
    await stage.clear();
    worker = await stage.start('worker');
    await stage.owe(CASES.length + CLEAN_MAILS);
    await stage.watch(CASES.length + CLEAN_MAILS);
    met = breaking(stage.toMail, CASES);
    const began = Date.now();
    await stage.hurry();
    await until(async () => (await stage.count(`state = 'sent'`)) >= CLEAN_MAILS);
    othersAfterMs = Date.now() - began;
    await stage.settle();
    stage.toMail.resume();
    await stage.end(worker);
    await until(() => stage.toMail.open === 0);

    const rows: { to: string; state: string; id: string }[] = await stage.dataSource.query(
      `select u.email as "to", d.state, d.message_id as id from delivery d join firm_user u on u.id = d.recipient_id
       where d.firm_id = $1`,
      [stage.firm.id],
    );
    for (const { to, state, id } of rows) {
      if (!met.has(to)) continue;
      expect(ends.has(to)).toBe(false);
      ends.set(to, { state, received: stage.mail.received.filter(({ messageId }) => messageId === id).length });
    }
  }, 300_000);

  it.each(CASES)('$moment ($how) makes it uncertain only if its body was under way', ({ how, moment }) => {
    const [to] = [...met].find(([, one]) => one.how === how && one.moment === moment) ?? [''];
    const { state, received } = ends.get(to) ?? { state: 'not met', received: 0 };

    expect(state).toBe(moment === 'before the body' ? 'sent' : 'uncertain');
    if (moment === 'in the body') expect(received).toBeLessThanOrEqual(1);
    else expect(received).toBe(1);
  });

  it('holds up no other mail', async () => {
    const counts = await stage.reckoning();
    console.log(`broken lines to the mail server: ${JSON.stringify({ ...counts, othersAfterMs })}`);
    expect(othersAfterMs).toBeLessThan(HANGS_MS / 2);
    expect(counts).toMatchObject({ twice: 0, lost: 0, open: 0 });
    expect(counts.sent + counts.uncertain).toBe(counts.owed);
  });
});

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

  it('and does not keep the worker from ending', async () => {
    if (!redis) return;
    expect(await stage.end(worker)).toBeLessThan(25_000);
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

/** Each of the first consultants to be written to meets one of the cases, once. */
function breaking(proxy: FaultProxy, cases: readonly Case[]): ReadonlyMap<string, Case> {
  const left = [...cases];
  const met = new Map<string, Case>();
  const states = new WeakMap<Line, { phase: 'envelope' | 'body' | 'answer'; case: Case | null; tail: string }>();
  proxy.intervene = (chunk, line, outward) => {
    const text = chunk.toString('latin1');
    const state = states.get(line) ?? { phase: 'envelope', case: null, tail: '' };
    states.set(line, state);
    const strike = (moment: Moment, passing: number) => {
      if (state.case?.moment !== moment) return null;
      const { how } = state.case;
      state.case = null;
      return { passing, how };
    };
    if (outward && state.phase === 'envelope') {
      const to = /^RCPT TO:<(consultant-[^>]+)>/im.exec(text)?.[1];
      const next = to && !met.has(to) ? left.shift() : undefined;
      if (to && next) met.set(to, next);
      if (to) state.case = next ?? null;
    } else if (outward && state.phase === 'body') {
      state.tail = (state.tail + text).slice(-5);
      if (state.tail === '\r\n.\r\n') state.phase = 'answer';
      return strike('in the body', Math.floor(chunk.length / 2));
    } else if (!outward && state.phase === 'envelope' && /^354 /m.test(text)) {
      state.phase = 'body';
      return strike('before the body', 0);
    } else if (!outward && state.phase === 'answer') {
      state.phase = 'envelope';
      return strike('before the 250', 0);
    }
    return null;
  };
  return met;
}
