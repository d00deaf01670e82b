import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../../tools/lib/build.mjs';
import { startRedis } from '../../tools/lib/redis.mjs';
import { type App, ChaosStage } from '../lib/chaos-stage.js';
import { until } from '../lib/until.js';

const OWED = Number(process.env.CHAOS_OWED ?? 40);

let stage: ChaosStage;
beforeAll(async () => {
  await ensureBuilt(['api', 'worker']);
  stage = await ChaosStage.open();
}, 180_000);
beforeEach(() => stage.clear());
afterAll(() => stage.close());

describe('what people are called, and what searches are called', () => {
  it('is in no log, no queue, no address and no subject of a mail', async () => {
    const markers = {
      title: 'MARKERsearchtitle',
      client: 'MARKERclientname',
      candidate: 'MARKERcandidatename',
      user: 'MARKERusername',
      email: 'markeremail@firm.example',
      reason: 'MARKERreason',
    };
    const redis = await startRedis();
    const queue: Record<string, string> = redis ? { REDIS_URL: redis.url } : {};
    const [api, worker] = await Promise.all([stage.start('api', queue), stage.start('worker', queue)]);
    const lead = stage.firm.users.consultant;
    await stage.dataSource.query(`update client set name = $2 where firm_id = $1`, [stage.firm.id, markers.client]);
    await stage.dataSource.query(`update firm_user set name = $2, email = $3 where firm_id = $1 and id = $4`, [
      stage.firm.id,
      markers.user,
      markers.email,
      lead.id,
    ]);
    const searchId = await stage.past.search({ openedAt: '2026-10-01T09:00:00Z', title: markers.title });
    const candidateId = await stage.past.person(markers.candidate);
    await stage.past.candidacy(searchId, { stage: 'contacted', at: '2026-10-02T09:00:00Z', candidateId });
    await stage.owe(1);
    await stage.dataSource.query(`update search_check set next_check_at = now() where firm_id = $1`, [stage.firm.id]);
    await stage.announce('searches.search_changed');
    const headers = {
      cookie: stage.firm.cookie('partner'),
      origin: 'http://127.0.0.1:3000',
      'content-type': 'application/json',
    };
    const seen: string[] = [];
    for (const path of [
      'searches',
      'candidates',
      `candidates?q=${markers.candidate}`,
      'today',
      'deliveries',
      `candidates/${candidateId}`,
    ]) {
      seen.push(await (await fetch(`${api.url}/api/${path}`, { headers })).text());
    }
    // refused, by us and by the database
    await fetch(`${api.url}/api/clients`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: markers.client, nonsense: markers.reason }),
    });
    await fetch(`${api.url}/api/candidates`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: `${markers.candidate}\u0000` }),
    });
    await until(async () => (await stage.count(`recipient_id = '${lead.id}'`)) > 0);
    stage.mail.plan('550 at RCPT', '451 after DATA', 'cut in DATA');
    await stage.watch(1);
    await stage.settle();

    const shown = seen.join('');
    const subjects = stage.mail.received
      .map(({ source }) => /^subject:.*(?:\r?\n[ \t].*)*/im.exec(source)?.[0] ?? '')
      .join('\n');
    const kept = redis ? await dumpRedis(redis.url) : null;
    // the same facts once more, for a worker whose queue is in Postgres
    await stage.end(worker);
    const other = await stage.start('worker');
    for (const fact of ['searches.search_changed', 'stalls.flags_raised', 'deliveries.resent'])
      await stage.announce(fact);
    await until(async () => {
      const [row] = await stage.dataSource.query(
        'select count(*)::int as count from outbox where firm_id = $1 and relayed_at is null',
        [stage.firm.id],
      );
      return row.count === 0;
    });
    const tables = await dumpPostgres();
    const answers = await answersToOperators(api, other);
    const places = {
      'answers to operators': answers.map(({ headers, text }) => headers + text).join('\n'),
      'api log': api.log(),
      'worker logs': worker.log() + other.log(),
      'queue in Redis': kept ?? '',
      'queue in Postgres': tables,
      subjects,
    };
    const all = Object.values(markers);
    const found = Object.entries(places).flatMap(([place, text]) =>
      all.filter((marker) => text.includes(marker)).map((marker) => `${marker} in ${place}`),
    );
    await redis?.stop();
    console.log(`P20: ${all.length} markers, ${found.length} found in ${Object.keys(places).join(', ')}`);

    // the scans see what they should: the firm that a job is about, and the requests made above
    for (const queued of kept === null ? [tables] : [kept, tables]) expect(queued).toContain(stage.firm.id);
    expect(api.log()).toContain('/api/candidates');
    expect(all.filter((marker) => shown.includes(marker)).length).toBeGreaterThanOrEqual(3);
    expect(api.log().length + worker.log().length).toBeGreaterThan(1_000);
    // the product serves no metrics: who adds them adds them to what is scanned
    expect(answers.map(({ of, path, status }) => `${of} ${path} ${status}`)).toEqual([
      'api /health 404',
      'api /health/live 200',
      'api /health/ready 200',
      'api /metrics 404',
      'api /api/metrics 404',
      'worker /health 404',
      'worker /health/live 200',
      'worker /health/ready 200',
      'worker /metrics 404',
      'worker /api/metrics 404',
    ]);
    expect(answers.filter(({ status }) => status === 200).map(({ text }) => text)).toEqual([
      ...Array.from({ length: 2 }, () => '{"status":"ok"}'),
      ...Array.from({ length: 2 }, () => '{"ok":true}'),
    ]);
    expect(found).toEqual([]);
  }, 300_000);
});

describe('a worker whose clock jumps an hour to and fro', () => {
  it('sends nothing twice and loses nothing: moments are the database’s', async () => {
    const clock = pathToFileURL('test/lib/stepped-clock.mjs').href;
    const stepped = { NODE_OPTIONS: `--import=${clock}` };
    await Promise.all([stage.start('worker', stepped), stage.start('worker', stepped)]);
    await stage.owe(OWED);
    await stage.watch(OWED);
    // a quarter of them at each of the four times of its round: right, an hour on, right, an hour back
    for (let time = 0; time < 4; time += 1) {
      await stage.hurry(Math.ceil(OWED / 4));
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
    await stage.settle();

    const counts = await stage.reckoning();
    console.log(`P16 clock stepped: ${JSON.stringify(counts)}`);
    expect(counts).toMatchObject({ twice: 0, lost: 0, open: 0, uncertain: 0 });
    expect(counts.sent).toBeGreaterThanOrEqual(OWED);
  }, 300_000);
});

/** What is served to whoever watches the processes, with its headers. */
async function answersToOperators(
  api: App,
  worker: App,
): Promise<{ of: string; path: string; status: number; headers: string; text: string }[]> {
  const answers = [];
  for (const [of, app] of [['api', api] as const, ['worker', worker] as const]) {
    for (const path of ['/health', '/health/live', '/health/ready', '/metrics', '/api/metrics']) {
      const answer = await fetch(app.url + path);
      const headers = JSON.stringify([...answer.headers]);
      answers.push({ of, path, status: answer.status, headers, text: await answer.text() });
    }
  }
  return answers;
}

async function dumpRedis(url: string): Promise<string> {
  const { Redis } = await import('ioredis');
  const client = new Redis(url);
  const parts: string[] = [];
  for (const key of await client.keys('*')) {
    const value = await client.dumpBuffer(key);
    parts.push(key, value?.toString('latin1') ?? '');
    if ((await client.type(key)) === 'hash') parts.push(JSON.stringify(await client.hgetall(key)));
  }
  await client.quit();
  return parts.join('\n');
}

async function dumpPostgres(): Promise<string> {
  const tables: { name: string }[] = await stage.dataSource.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq'`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows: { text: string }[] = await stage.dataSource.query(`select t::text as text from ${name} t`);
    parts.push(name, ...rows.map(({ text }) => text));
  }
  return parts.join('\n');
}
