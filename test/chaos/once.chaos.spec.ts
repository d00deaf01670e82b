import { ensureBuilt } from '../../tools/lib/build.mjs';
import { type App, ChaosStage } from '../lib/chaos-stage.js';
import { seeded } from '../lib/random.js';
import { until } from '../lib/until.js';

/** The full sizes are in tools/chaos.mjs. */
const POSTS = Number(process.env.CHAOS_POSTS ?? 160);
const KILLS = Number(process.env.CHAOS_POST_KILLS ?? 3);
const SEED = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);
const CLIENTS = 8;
const random = seeded(SEED);

let stage: ChaosStage;
beforeAll(async () => {
  await ensureBuilt(['api']);
  stage = await ChaosStage.open({ durable: true });
}, 180_000);
beforeEach(() => stage.clear());
afterAll(() => stage.close());

interface Tally {
  done: number;
  replayed: number;
  notKept: number;
  resent: number;
  broken: number;
}

/** Sends each of its requests until there is an answer to it, to whichever api, under one key; some of them doubly. */
async function postAll(names: string[], apis: () => App[], tally: Tally): Promise<void> {
  for (const name of names) {
    for (;;) {
      const copies = random() < 0.25 ? [name, name] : [name];
      const answers = await Promise.all(copies.map((copy) => sent(copy, apis, tally)));
      if (answers.includes(true)) break;
      tally.resent += 1;
    }
  }
}

async function sent(name: string, apis: () => App[], tally: Tally): Promise<boolean> {
  const all = apis();
  const { url } = all[Math.floor(random() * all.length)] as App;
  try {
    const answer = await fetch(`${url}/api/clients`, {
      method: 'POST',
      headers: {
        cookie: stage.firm.cookie('partner'),
        origin: 'http://127.0.0.1:3000',
        'content-type': 'application/json',
        'idempotency-key': name,
      },
      body: JSON.stringify({ name }),
      signal: AbortSignal.timeout(12_000),
    });
    const { code } = (await answer.json()) as { code?: string };
    if (answer.ok) {
      tally.done += 1;
      tally.replayed += answer.headers.has('idempotency-replayed') ? 1 : 0;
      return true;
    }
    if (code === 'answer_not_kept') {
      tally.notKept += 1;
      return true;
    }
    if (answer.status !== 503 && code !== 'idempotency_key_in_use') tally.broken += 1;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

/** Those under way are taken for dead at once, and so are some that are alive. */
const leasesRunOut = (): Promise<unknown> =>
  stage.dataSource.query(`update idempotency_key set lease_until = now() where status is null`).catch(() => undefined);

describe('P8: a request that is sent until it is answered', () => {
  it('acts once, whoever is killed, and whoever is only slow', async () => {
    let apis = await Promise.all([stage.start('api'), stage.start('api')]);
    const names = Array.from({ length: POSTS }, (_, i) => `Posted ${i}`);
    const tally: Tally = { done: 0, replayed: 0, notKept: 0, resent: 0, broken: 0 };
    const answered = () => tally.done + tally.notKept;
    const shares = Array.from({ length: CLIENTS }, (_, i) => names.filter((_, n) => n % CLIENTS === i));
    const posting = Promise.all(shares.map((share) => postAll(share, () => apis, tally)));
    const impatience = setInterval(() => void leasesRunOut(), 50);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await until(() => answered() >= (POSTS * kill) / (KILLS + 1));
      await new Promise((resolve) => setTimeout(resolve, random() * 30));
      if (kill % 3 === 0) {
        await stage.restartPostgres();
      } else {
        const [dies, lives] = kill % 2 ? apis : apis.toReversed();
        await stage.end(dies as App, 'SIGKILL');
        apis = [lives as App, await stage.start('api')];
      }
    }
    await posting;
    clearInterval(impatience);

    const made = await stage.dataSource.query<{ name: string; count: number }[]>(
      `select name, count(*)::int as count from client where firm_id = $1 and name like 'Posted %' group by name`,
      [stage.firm.id],
    );
    const [audited] = await stage.dataSource.query<[{ count: number }]>(
      `select count(*)::int as count from audit_entry where firm_id = $1 and action = 'clients.client_added'`,
      [stage.firm.id],
    );
    const twice = made.filter(({ count }) => count > 1);
    console.log(
      `seed ${SEED}: P8 requests: ${JSON.stringify({ posts: POSTS, kills: KILLS, ...tally, made: made.length, twice: twice.length })}`,
    );
    expect(twice).toEqual([]);
    expect(made.map(({ name }) => name).sort()).toEqual(names.sort());
    expect(audited.count).toBe(POSTS);
    expect(tally.broken).toBe(0);
  }, 900_000);
});
