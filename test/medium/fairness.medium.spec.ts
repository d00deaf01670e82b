import pg from 'pg';
import type { Response } from 'supertest';
import { migrate } from '@app/platform/migrate/migrate.js';
import { DEFINITIONS } from '@app/schema/schema.sql.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { PASSWORD, withPassword } from '../lib/anybody.js';
import { emptyDatabase } from '../lib/own-database.js';
import { until } from '../lib/until.js';
import { openTestApi, type TestApi } from './api.js';

const SLOW_REQUESTS = 10;

async function aClient(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}

describe('while requests of one firm wait for what somebody holds', () => {
  let api: TestApi;
  let holder: pg.Client;
  let watcher: pg.Client;
  let slow: TestFirm;
  let other: TestFirm;
  let answers: Promise<Response[]>;
  const refused: Response[] = [];

  /** Requests that wait for the holder. A transaction sees one moment of them, so somebody else looks. */
  const held = async (): Promise<number> => {
    const { rows } = await watcher.query<{ count: number }>(
      'select count(*)::int as count from pg_stat_activity where $1 = any (pg_blocking_pids(pid))',
      [(holder as unknown as { processID: number }).processID],
    );
    return rows[0]?.count ?? 0;
  };

  /** Somebody of the other firm signs in and opens a page of each kind. */
  const work = async (): Promise<number[]> => {
    const { email } = other.users.admin;
    const agent = api.request();
    const signedIn = await agent.post('/api/auth/sign-in/email').send({ email, password: PASSWORD });
    const pages = ['/api/me', '/api/candidates', '/api/clients', '/api/searches', '/api/today', '/api/pipeline-health'];
    const opened = await Promise.all([...pages, '/health/ready'].map(async (page) => agent.get(page)));
    return [signedIn, ...opened].map(({ status }) => status);
  };

  beforeAll(async () => {
    api = await openTestApi();
    slow = await aFirm(api.dataSource);
    other = await aFirm(api.dataSource);
    await withPassword(api.dataSource, other.users.admin);
    // what a process does for the first time takes long, and who waits for the holder waits ten seconds at most
    await work();
    const ids: string[] = [];
    for (let i = 0; i < SLOW_REQUESTS; i += 1) ids.push(await aCandidate(api.dataSource, slow));
    [holder, watcher] = await Promise.all([aClient(), aClient()]);
    await holder.query('begin');
    await holder.query('select 1 from candidate where firm_id = $1 for update', [slow.id]);
    const ask = (id: string) =>
      api.request(slow.cookie('admin')).patch(`/api/candidates/${id}`).send({ version: 1, city: 'Berlin' });
    answers = Promise.all(
      ids.map(async (id) => {
        const answer = await ask(id);
        if (answer.status === 429) refused.push(answer);
        return answer;
      }),
    );
    await until(async () => (await held()) >= 3);
  });
  afterAll(async () => {
    await holder.end();
    await watcher.end();
    await api.close();
  });

  it('everybody else signs in and works, and the process stays ready', async () => {
    expect(await work()).toEqual([200, 200, 200, 200, 200, 200, 200, 200]);
    expect(await held()).toBe(3);
  });

  it('those beyond the share are refused after three seconds, and the others go on when they may', async () => {
    await until(() => refused.length === SLOW_REQUESTS - 3);
    await holder.query('rollback');
    const statuses = (await answers).map(({ status }) => status);
    const [one] = refused;

    expect(one?.type).toBe('application/problem+json');
    expect(one?.headers['retry-after']).toBe('5');
    expect(one?.body).toMatchObject({
      code: 'firm_busy',
      detail: expect.stringContaining('try again in a few seconds'),
    });
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    expect(statuses.filter((status) => status === 429)).toHaveLength(SLOW_REQUESTS - 3);
    expect((await api.request(slow.cookie('admin')).get('/api/me')).status).toBe(200);
  });
});

describe('requests about the past', () => {
  it('are answered one at a time per firm, and refused meanwhile', async () => {
    const api = await openTestApi();
    try {
      const firm = await aFirm(api.dataSource);
      const ask = () => api.request(firm.cookie('researcher')).get('/api/flags').query({ at: '2026-01-01T00:00:00Z' });

      const told = await Promise.all([1, 2, 3].map(async () => ask()));

      expect(told.map(({ status }) => status).sort()).toEqual([200, 429, 429]);
      expect(told.find(({ status }) => status === 429)?.body).toMatchObject({
        code: 'firm_busy',
        detail: 'Other requests about the past are being answered. Try again in a few seconds.',
      });
      expect((await ask()).status).toBe(200);
    } finally {
      await api.close();
    }
  });
});

describe('a database that is not at this version', () => {
  it('keeps the api from being ready until it is migrated', async () => {
    const own = await emptyDatabase();
    const api = await openTestApi({ DATABASE_URL: own.url });
    try {
      const before = await api.request().get('/health/ready');
      const live = await api.request().get('/health/live');
      await migrate(own.url, DEFINITIONS);
      const after = await api.request().get('/health/ready');

      expect(before.status).toBe(503);
      expect(before.type).toBe('application/problem+json');
      expect(before.body.detail).toMatch(
        /^The database lacks \d+ migrations of this version\. Run the command migrate/,
      );
      expect(live.status).toBe(200);
      expect(after.body).toEqual({ status: 'ok' });
    } finally {
      await api.close();
      await own.drop();
    }
  });
});
