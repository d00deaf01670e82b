import fs from 'node:fs';
import type { Logger } from 'typeorm';
import { documentOf } from '../../apps/api/src/http/openapi.js';
import { aFirm } from '../factories/firm.factory.js';
import { altered, POST_EXAMPLES, sendExample, UNAUDITED, type Stage } from '../lib/post-examples.js';
import { openTestApi, type TestApi } from './api.js';

const REPEATS = 5;
const { paths } = JSON.parse(fs.readFileSync('openapi.json', 'utf8')) as {
  paths: Record<string, { post?: { 'x-public'?: boolean } }>;
};
const POSTS = Object.keys(paths).filter((path) => paths[path]?.post && !paths[path].post['x-public']);

/** Two of them share the database and nothing else, as two processes would. */
let apis: TestApi[];
let tables: string[];
beforeAll(async () => {
  apis = [await openTestApi(), await openTestApi()];
  const found = await first().dataSource.query<{ name: string }[]>(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
     where c.table_schema = 'public' and c.column_name = 'firm_id' and t.table_type = 'BASE TABLE'
       and c.table_name <> 'idempotency_key' order by 1`,
  );
  tables = found.map(({ name }) => name);
});
afterAll(() => Promise.all(apis.map((api) => api.close())));

const first = (): TestApi => apis[0] as TestApi;
const aStage = async (): Promise<Stage> => ({ api: first(), firm: await aFirm(first().dataSource) });

/** How many rows of the firm each table has. */
async function rowsOf({ firm }: Stage): Promise<Record<string, number>> {
  const counts = tables.map(
    (name) => `select '${name}' as name, count(*)::int as count from ${name} where firm_id = $1`,
  );
  const rows = await first().dataSource.query<{ name: string; count: number }[]>(counts.join(' union all '), [firm.id]);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

/** How many rows the work added or removed, by table. */
async function effectOf(stage: Stage, work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await rowsOf(stage);
  await work();
  const after = await rowsOf(stage);
  const changed = tables.filter((name) => after[name] !== before[name]);
  return Object.fromEntries(changed.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]));
}

/** How many audit entries committed the claim of their request with them. */
async function claimsCommitted(work: () => Promise<unknown>): Promise<number> {
  let claims = 0;
  const silent = () => undefined;
  const counting: Logger = {
    logQuery: (query) => void (claims += query.includes('update idempotency_key set committed = true where') ? 1 : 0),
    ...{ logQueryError: silent, logQuerySlow: silent, logSchemaBuild: silent, logMigration: silent, log: silent },
  };
  const before = apis.map(({ dataSource }) => dataSource.logger);
  for (const { dataSource } of apis) dataSource.logger = counting;
  await work();
  apis.forEach(({ dataSource }, i) => void (dataSource.logger = before[i] as Logger));
  return claims;
}

describe('P8: a repeated request acts once', () => {
  const posts = async () =>
    Object.entries(documentOf(first().app).paths).flatMap(([path, { post }]) =>
      post ? [{ path, post, isPublic: 'x-public' in post }] : [],
    );

  it('every POST with a session has an example, and the document says what the key does', async () => {
    const all = await posts();
    const own = all.filter(({ isPublic }) => !isPublic).map(({ path }) => path);

    expect(POSTS.sort()).toEqual(own.sort());
    // one that is missing: add it to test/lib/post-examples.ts
    expect(POSTS.filter((path) => !(path in POST_EXAMPLES))).toEqual([]);
    for (const { post, isPublic } of all) {
      expect(post.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', in: 'header' }));
      // without a session the key is nobody's, so no request was made with it before
      if (!isPublic) expect(Object.keys(post.responses)).toEqual(expect.arrayContaining(['409', '422']));
    }
  });

  it.each(POSTS.filter((path) => path in POST_EXAMPLES))(`POST %s, sent ${REPEATS} times at once`, async (path) => {
    const example = POST_EXAMPLES[path] as (typeof POST_EXAMPLES)[string];
    const alone = await aStage();
    const single = await example(alone);
    const oneEffect = await effectOf(alone, async () => {
      const { status, body } = await sendExample(alone, single);
      if (status >= 300) throw new Error(`the example is refused with ${status}: ${JSON.stringify(body)}`);
    });

    const stage = await aStage();
    const prepared = await example(stage);
    const send = (i: number, request = prepared) =>
      sendExample({ ...stage, api: apis[i % apis.length] as TestApi }, request, { 'Idempotency-Key': path });
    let answers: Awaited<ReturnType<typeof send>>[] = [];
    let committed = 0;
    const effect = await effectOf(stage, async () => {
      committed = await claimsCommitted(async () => {
        answers = await Promise.all(Array.from({ length: REPEATS }, (_, i) => send(i)));
      });
    });

    const different = new Set(answers.map(({ status, type, text }) => `${status} ${type} ${text}`));
    expect([...different]).toEqual([expect.stringMatching(/^20[014] /)]);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(REPEATS - 1);
    expect(effect).toEqual(oneEffect);
    expect(committed).toBe(path in UNAUDITED ? 0 : (oneEffect.audit_entry ?? 0));
    expect(committed > 0).toBe(!(path in UNAUDITED));
    const another = await send(0, altered(prepared));
    expect([another.status, another.body.code]).toEqual([422, 'idempotency_key_reused']);
    tally.posts += 1;
    tally.requests += REPEATS;
    tally.effects += committed > 0 ? 1 : 0;
  });

  const tally = { posts: 0, requests: 0, effects: 0 };
  afterAll(() => {
    process.stdout.write(
      `P8: ${tally.posts} POSTs sent ${REPEATS} times each to two instances of the api, ${tally.requests} requests, ` +
        `${tally.effects} effects, ${tally.posts} different answers, ${tally.posts} other bodies refused\n`,
    );
  });

  it('public POSTs take a key too, and refuse one that is none', async () => {
    const open = (await posts()).filter(({ isPublic }) => isPublic);
    const send = async (path: string, key: string) => {
      const { body } = await first().request().post(path).set('Idempotency-Key', key).send({});
      return (body as { code?: string }).code;
    };

    expect(open.length).toBeGreaterThan(5);
    for (const { path } of open) {
      expect([path, await send(path, 'k'.repeat(256))]).toEqual([path, 'idempotency_key_refused']);
      expect([path, await send(path, 'a key')]).not.toEqual([path, 'idempotency_key_refused']);
    }
  });
});
