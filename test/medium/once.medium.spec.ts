import { setTimeout as pause } from 'node:timers/promises';
import { forgetKeys } from '@app/platform/once/once.js';
import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aCandidacy, daysAgo } from '../factories/candidacy.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
});

const CLIENT = { name: 'Simulated Client GmbH' };
const post = (path: string, body: object, key: string, role: Role = 'consultant') =>
  api.request(firm.cookie(role)).post(`/api/${path}`).set('Idempotency-Key', key).send(body);
const clients = async (): Promise<number> => {
  const [row] = await api.dataSource.query<[{ count: number }]>(
    'select count(*)::int as count from client where firm_id = $1',
    [firm.id],
  );
  return row.count;
};
const keys = () =>
  api.dataSource.query<{ id: string; committed: boolean; status: number | null; body: string | null }[]>(
    'select id, committed, status, body from idempotency_key where firm_id = $1',
    [firm.id],
  );
const change = (set: string) => api.dataSource.query(`update idempotency_key set ${set} where firm_id = $1`, [firm.id]);
const LEASE_OVER = `lease_until = now() - interval '1 second'`;
/** What a process leaves that died after the commit of what it did, and before it kept the answer. */
const ANSWER_UNKEPT = `status = null, content_type = null, body = null`;

describe('a POST with an Idempotency-Key', () => {
  it('is answered again with the same bytes and changes nothing', async () => {
    const first = await post('clients', CLIENT, 'k1');
    const again = await post('clients', CLIENT, 'k1');

    expect(first.status).toBe(201);
    expect([again.status, again.text, again.type]).toEqual([201, first.text, first.type]);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await clients()).toBe(1);
  });

  it('is another request under another key, of another person and in another firm', async () => {
    await post('clients', CLIENT, 'k1');
    await post('clients', CLIENT, 'k2');
    await post('clients', CLIENT, 'k1', 'partner');
    expect(await clients()).toBe(3);

    firm = await aFirm(api.dataSource);
    expect((await post('clients', CLIENT, 'k1')).status).toBe(201);
    expect(await clients()).toBe(1);
  });

  it.each([
    ['another body', 'clients', { name: 'Another Client' }],
    ['another address', 'candidates', CLIENT],
    ['another query', 'clients?x=1', CLIENT],
  ])('is refused with the key of %s', async (_, path, body) => {
    await post('clients', CLIENT, 'k1');

    const { status, type, body: problem } = await post(path, body, 'k1');

    expect([status, type, problem.code]).toEqual([422, 'application/problem+json', 'idempotency_key_reused']);
    expect(await clients()).toBe(1);
  });

  it.each([
    ['nothing', ''],
    ['too much', 'k'.repeat(256)],
    ['a tab', 'a\tb'],
    ['a letter outside ASCII', 'schlüssel'],
  ])('is refused with a key of %s', async (_, key) => {
    const { status, body } = await post('clients', CLIENT, key);

    expect([status, body.code]).toEqual([400, 'idempotency_key_refused']);
    expect(await clients()).toBe(0);
  });

  it('takes 255 characters, and blanks between them', async () => {
    expect((await post('clients', CLIENT, `"a b"${'k'.repeat(250)}`)).status).toBe(201);
  });

  it('leaves its key free when it was refused, for the mended one', async () => {
    expect((await post('clients', { name: '' }, 'k1')).status).toBe(400);
    expect((await post('searches/not-an-id/hold', { version: 1 }, 'k1')).status).toBe(400);
    expect(await keys()).toEqual([]);

    expect((await post('clients', CLIENT, 'k1')).status).toBe(201);
  });

  it('is stored as hashes and an answer, nothing of what was sent', async () => {
    await post('clients', CLIENT, 'a key with a name in it');

    const [row] = await api.dataSource.query<[{ text: string }]>(
      `select to_jsonb(k) - 'body' as text from idempotency_key k where firm_id = $1`,
      [firm.id],
    );
    expect(JSON.stringify(row)).not.toMatch(/name|Simulated/);
  });
});

describe('an attempt that died', () => {
  it('before it did anything is followed by one that does it', async () => {
    await post('clients', CLIENT, 'k1');
    await change(`committed = false, ${ANSWER_UNKEPT}, ${LEASE_OVER}`);

    expect((await post('clients', CLIENT, 'k1')).status).toBe(201);
    expect(await clients()).toBe(2);
  });

  it('after its commit is not repeated: whoever sends it again is told to look', async () => {
    await post('clients', CLIENT, 'k1');
    await change(`${ANSWER_UNKEPT}, ${LEASE_OVER}`);

    const { status, body } = await post('clients', CLIENT, 'k1');

    expect([status, body.code]).toEqual([409, 'answer_not_kept']);
    expect(body.detail).toContain('Check the record before you send anything again.');
    expect(await clients()).toBe(1);
  });

  it('commits its claim with what it did, in one transaction', async () => {
    await api.dataSource.query(`create or replace function refuse_status() returns trigger language plpgsql as $fn$
      begin if new.status is not null then raise exception 'the answer is lost'; end if; return new; end $fn$`);
    await api.dataSource.query(
      `create trigger refuse_status before update on idempotency_key for each row
       when (new.firm_id = '${firm.id}') execute function refuse_status()`,
    );
    try {
      expect((await post('clients', CLIENT, 'k1')).status).toBe(201);
      expect(await keys()).toMatchObject([{ committed: true, status: null }]);
    } finally {
      await api.dataSource.query('drop trigger refuse_status on idempotency_key; drop function refuse_status()');
    }
  });
});

describe('an attempt that is slow', () => {
  /** Holds what the request wants to lock, until released. */
  async function held() {
    const candidacy = await aCandidacy(api.dataSource, firm, { at: daysAgo(3), stage: 'contacted' });
    const holder = api.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select 1 from candidacy where firm_id = $1 and id = $2 for update', [firm.id, candidacy.id]);
    await holder.query('select 1 from search where firm_id = $1 and id = $2 for update', [firm.id, candidacy.searchId]);
    const move = () =>
      post(`candidacies/${candidacy.id}/moves`, { version: 1, toStageId: firm.stages.assessed }, 'k1').then(
        (response) => response,
      );
    const moves = async () => {
      const [row] = await api.dataSource.query<[{ count: number }]>(
        'select count(*)::int as count from stage_move where firm_id = $1 and candidacy_id = $2',
        [firm.id, candidacy.id],
      );
      return row.count;
    };
    /** How many stand in line for what is held; once they all do, they come through in their order. */
    const inLine = async () => {
      const [row] = await api.dataSource.query<[{ count: number }]>(
        `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return row.count;
    };
    const release = async () => {
      await holder.commitTransaction();
      await holder.release();
    };
    return { move, moves, inLine, release };
  }
  const until = async (met: () => Promise<boolean>) => {
    while (!(await met())) await pause(5);
  };

  it('keeps its repeats waiting, and all get its answer', async () => {
    const { move, moves, release } = await held();
    const first = move();
    await until(async () => (await keys()).length === 1);
    const repeats = [move(), move()];
    await pause(100);
    await release();

    const answers = await Promise.all([first, ...repeats]);

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await moves()).toBe(2);
  });

  it('is taken for dead after its lease, and then cannot commit any more', async () => {
    const { move, moves, inLine, release } = await held();
    const first = move();
    await until(async () => (await inLine()) === 1);
    await change(LEASE_OVER);
    const [before] = await keys();
    const second = move();
    await until(async () => (await inLine()) === 2);
    expect((await keys())[0]?.id).not.toBe(before?.id);
    await release();

    const answers = await Promise.all([first, second]);

    expect(answers[1].status).toBe(201);
    expect([answers[0].status, answers[0].body.code]).toEqual([409, 'idempotency_key_in_use']);
    expect(await moves()).toBe(2);
  });
});

describe('what is kept of requests', () => {
  it('is forgotten after a day', async () => {
    await post('clients', CLIENT, 'k1');
    await post('clients', CLIENT, 'k2');
    await change(`created_at = now() - interval '23 hours'`);
    await api.dataSource.transaction((tx) => forgetKeys(tx, 1_000));
    expect(await keys()).toHaveLength(2);

    await change(`created_at = now() - interval '25 hours'`);
    await api.dataSource.transaction((tx) => forgetKeys(tx, 1_000));

    expect(await keys()).toEqual([]);
  });

  it('loses its answers when somebody is erased, and still acts once', async () => {
    const candidate = await post('candidates', { name: 'Simulated Person' }, 'k0');
    await post('clients', CLIENT, 'k1');
    await api
      .request(firm.cookie('partner'))
      .post('/api/erasures')
      .send({
        person: { kind: 'candidate', id: candidate.body.id },
        reason: 'their_request',
        requestedOn: '2026-11-20',
        confirm: 'Simulated Person',
      })
      .expect(201);

    expect(await keys()).toMatchObject(Array(2).fill({ committed: true, status: null, body: null }));
    expect((await post('clients', CLIENT, 'k1')).body.code).toBe('answer_not_kept');
    expect(await clients()).toBe(1);
  });
});

it('a key belongs to nobody without a session: public requests take it and go on as ever', async () => {
  const address = `nobody-${newId()}@firm.example`;
  const ask = (key: string) =>
    api.request().post('/api/auth/request-password-reset').set('Idempotency-Key', key).send({ email: address });

  expect((await ask('k1')).status).toBe(200);
  expect((await ask('k1')).headers['idempotency-replayed']).toBeUndefined();
  expect((await ask('')).status).toBe(400);
});
