import { InvitationsService } from '@app/invitations/invitations.service.js';
import { STALL_RULE_NAMES } from '@app/clocks/clocks.types.js';
import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import { TodayService } from '@app/today/today.service.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aFlag } from '../factories/flag.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { mailAtAnyHour } from '../lib/loud.js';
import { MailServer } from '../lib/mail-server.js';
import { type OwnDatabase, ownDatabase } from '../lib/own-database.js';
import { aSender } from '../lib/reminders.js';
import { openTestApi, type TestApi } from './api.js';

let own: OwnDatabase;
let server: MailServer;
/** Two of them share the database and nothing else, as two processes would. */
let api: TestApi;
let other: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  own = await ownDatabase();
  server = await MailServer.start();
  const settings = { DATABASE_URL: own.url, SMTP_URL: server.url, SMTP_REQUIRE_TLS: 'no' };
  api = await openTestApi(settings);
  other = await openTestApi(settings);
});
afterAll(async () => {
  await api.close();
  await other.close();
  await server.stop();
  await own.drop();
});
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
});

const as = (role: Role, by: TestApi = api) => by.request(firm.cookie(role));
const show = (role: Role = 'admin', by: TestApi = api) => as(role, by).post('/api/sample');
const takeAway = (role: Role = 'admin') => as(role).delete('/api/sample');
const enter = (firmId: string, role: Role = 'admin') => as(role).post('/api/account/firm').send({ firmId }).expect(200);
const shown = async (role: Role = 'admin'): Promise<string> => (await show(role).expect(200)).body.id;
const looking = async (role: Role = 'admin'): Promise<string> => {
  const id = await shown(role);
  await enter(id, role);
  return id;
};
const ask = <Row>(sql: string, ...values: unknown[]): Promise<Row[]> => api.dataSource.query(sql, values);
const count = async (sql: string, ...values: unknown[]): Promise<number> =>
  (await ask<{ count: number }>(`select count(*)::int as count from ${sql}`, ...values))[0]?.count ?? -1;
const samples = () => count('firm where sample_of = $1', firm.id);
const audited = async () =>
  (
    await ask<{ action: string; by: string; of: string }>(
      `select action, actor_id as by, subject_id as of from audit_entry where firm_id = $1 and action like 'sample.%' order by id`,
      firm.id,
    )
  ).map(({ action, by, of }) => [action, by, of]);

/** Every column of whatever table that could hold the id of a firm. */
const placesOf = async (id: string): Promise<string[]> => {
  const columns = await ask<{ table: string; column: string }>(
    `select format('%I.%I', c.table_schema, c.table_name) as table, c.column_name as column
       from information_schema.columns c
       join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
      where c.table_schema in ('public', 'auth') and t.table_type = 'BASE TABLE' and c.data_type in ('uuid', 'text')`,
  );
  expect(columns.filter(({ column }) => column === 'firm_id').length).toBeGreaterThan(40);
  const found: string[] = [];
  for (const { table, column } of columns) {
    if (await count(`${table} where "${column}"::text = $1`, id)) found.push(`${table}.${column}`);
  }
  return found;
};

describe('sample data', () => {
  it('is a firm that is alive today, made at once for a new one', async () => {
    const began = performance.now();
    const { body } = await show().expect(200);
    console.info(`sample data made in ${Math.round(performance.now() - began)} ms`);
    expect(body).toEqual({ id: expect.any(String), name: 'Sample data' });
    expect(await audited()).toEqual([['sample.shown', firm.users.admin.id, body.id]]);
    expect((await as('admin').get('/api/first-steps')).body.sample).toBe(true);

    await enter(body.id);
    const me = (await as('admin').get('/api/me')).body;
    expect(me.firm).toEqual({ ...body, simulated: true, sampleOf: { id: firm.id, name: firm.name } });
    expect(me.user).toMatchObject({ name: firm.users.admin.name, role: 'admin' });
    const rules = await ask<{ rule: string }>(
      `select distinct rule from stall_flag where firm_id = $1 and state <> 'cleared' order by rule`,
      body.id,
    );
    console.info(`${rules.length} of ${STALL_RULE_NAMES.length} rules: ${rules.map(({ rule }) => rule).join(', ')}`);
    expect(rules.length).toBeGreaterThan(STALL_RULE_NAMES.length / 2);
    expect(await count('search where firm_id = $1', body.id)).toBe(13);
    expect(await count('candidate where firm_id = $1', body.id)).toBe(70);
    expect(await count('role_template where firm_id = $1', body.id)).toBe(10);
    expect(await count('stage_move where firm_id = $1', body.id)).toBeGreaterThan(400);
    expect((await as('admin').get('/api/today')).body.items.length).toBeGreaterThan(5);
  });

  it('is one of each firm: whoever asks again looks at the same', async () => {
    const id = await shown('admin');

    expect((await show('admin').expect(200)).body.id).toBe(id);
    expect((await show('partner').expect(200)).body.id).toBe(id);
    await enter(id, 'partner');
    expect((await show('partner').expect(200)).body.id).toBe(id);

    expect((await as('partner').get('/api/me')).body).toMatchObject({ firm: { id }, user: { role: 'partner' } });
    expect(await samples()).toBe(1);
    expect(await audited()).toHaveLength(1);
    expect((await as('partner').get('/api/searches')).body.items.length).toBeGreaterThan(5);
  });

  it('is made once by two processes that are asked at once', async () => {
    const answers = await Promise.all([show('admin', api), show('partner', other)]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(await samples()).toBe(1);
    expect(await audited()).toHaveLength(1);
    expect(await count('search where firm_id = $1', answers[0]?.body.id)).toBe(13);
    await enter(answers[0]?.body.id, 'partner');
  });

  it('is open to whoever was invited into it by somebody who played with it', async () => {
    await looking('admin');
    const { partner } = firm.users;
    const { officeId } = (await as('admin').get('/api/users')).body.items[0];
    const invited = { email: partner.email, name: 'Somebody', role: 'researcher', officeId };
    await as('admin').post('/api/users').send(invited).expect(201);

    const id = await looking('partner');

    const { firm: at, user } = (await as('partner').get('/api/me').expect(200)).body;
    expect([at.id, user.email, user.role]).toEqual([id, partner.email, 'partner']);
  });

  it('that was left half made is made anew', async () => {
    const id = newId();
    await ask(`insert into firm (id, name, simulated, sample_of) values ($1, 'x', true, $2)`, id, firm.id);
    await ask(
      `insert into office (firm_id, id, key, country, time_zone) values ($1, $2, 'half', 'DE', 'Europe/Berlin')`,
      id,
      newId(),
    );

    const made = await shown();

    expect(await samples()).toBe(1);
    expect(await ask('select key from office where firm_id = $1', made)).toEqual([{ key: 'london' }]);
  });

  it.each<Role>(['consultant', 'researcher'])('is none of a %s', async (role) => {
    for (const { status, body } of [await show(role), await takeAway(role)]) {
      expect([status, body.code]).toEqual([403, 'not_allowed']);
    }
    expect(await samples()).toBe(0);
  });

  it('changes no figure, list or export of the firm beside it', async () => {
    await aSearch(api.dataSource, firm);
    await aCandidate(api.dataSource, firm, { name: 'Simulated Person' });
    const pages = ['searches', 'candidates', 'clients', 'today', 'find?q=simulated', 'users', 'imports'];
    const answers = async () => [
      ...(await Promise.all(pages.map(async (page) => (await as('partner').get(`/api/${page}`).expect(200)).body))),
      (await as('partner').get('/api/pipeline-health').expect(200)).body.counts,
      (await as('partner').get('/api/candidates/export?format=csv').expect(200)).text,
    ];
    const before = await answers();

    await shown();

    expect(await answers()).toEqual(before);
    expect(JSON.stringify(before)).toContain('Simulated Person');
  });
});

describe('taking sample data away', () => {
  it('leaves nothing of it in any table but who did so, and everybody in their own firm', async () => {
    const id = await looking('admin');
    await shown('partner');
    await enter(id, 'partner');
    // whatever people do in it
    const { body: search } = await as('admin').get('/api/searches?limit=1');
    await as('admin')
      .post('/api/activities')
      .send({ kind: 'note', searchId: search.items[0].id, text: 'Simulated note' })
      .expect(201);
    await as('admin').post('/api/tasks').send({ title: 'Call', dueAt: '2030-01-01T09:00:00Z' }).expect(201);
    expect((await placesOf(id)).length).toBeGreaterThan(20);

    await takeAway('admin').expect(204);

    expect(await placesOf(id)).toEqual(['public.audit_entry.subject_id']);
    expect(await audited()).toEqual([
      ['sample.shown', firm.users.admin.id, id],
      ['sample.taken_away', firm.users.admin.id, id],
    ]);
    for (const role of ['admin', 'partner'] as const) {
      const { body } = await as(role).get('/api/me').expect(200);
      expect(body).toMatchObject({ firm: { id: firm.id, sampleOf: null }, firms: [{ id: firm.id }] });
    }
    expect((await as('admin').get('/api/first-steps')).body.sample).toBe(false);
  });

  it('may be asked for twice, from the own firm too, and another can be made', async () => {
    const first = await shown();
    const both = await Promise.all([takeAway('admin'), takeAway('partner')]);
    expect(both.map(({ status }) => status).filter((status) => status !== 204)).toEqual([]);
    await takeAway('partner').expect(204);
    expect(await samples()).toBe(0);

    expect(await shown()).not.toBe(first);
    expect((await audited()).map(([action]) => action)).toEqual(['sample.shown', 'sample.taken_away', 'sample.shown']);
  });

  it('is heard of by whoever is in the middle of something there, as a refusal', async () => {
    const id = await shown();
    const [{ userId = '' } = {}] = await ask<{ userId: string }>(
      'select id as "userId" from firm_user where firm_id = $1 and auth_user_id is not null',
      id,
    );
    await takeAway().expect(204);

    const today = api.app.get(TodayService).today({ firmId: id, userId, role: 'admin' });

    await expect(today).rejects.toMatchObject({ code: 'user_not_found' });
  });

  it('keeps what a page of it still sends out of the own firm', async () => {
    await looking('partner');
    const actingAs = (await as('partner').get('/api/me')).body.user.id;
    await as('partner').get('/api/clients').set('Acting-As', actingAs).expect(200);
    await takeAway('admin').expect(204);

    const added = await as('partner').post('/api/clients').set('Acting-As', actingAs).send({ name: 'Made up' });
    const listed = await as('partner').get('/api/clients').set('Acting-As', actingAs);

    expect([added, listed].map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'acting_as_another'],
      [409, 'acting_as_another'],
    ]);
    expect((await as('partner').get('/api/clients').expect(200)).body.items).toEqual([]);
  });

  it('waits for an import into it', async () => {
    const id = await shown();
    const session = api.dataSource.createQueryRunner();
    await session.query(`select pg_advisory_lock(hashtextextended('imports:' || $1::text, 0))`, [id]);

    const taken = takeAway().then(({ status }) => status);
    expect((await as('admin').get('/api/first-steps')).body.sample).toBe(true);
    await session.query(`select pg_advisory_unlock(hashtextextended('imports:' || $1::text, 0))`, [id]);
    await session.release();

    expect(await taken).toBe(204);
    expect(await samples()).toBe(0);
  });

  it('removes nothing while a sweep writes to it, nor leaves what that has written', async () => {
    const id = await shown();
    await ask('update search_check set next_check_at = now() where firm_id = $1', id);
    await ask(`delete from stall_flag where firm_id = $1`, id);

    const swept = other.app
      .get(StallsService)
      .sweepFirm(id)
      .catch(() => undefined);
    await takeAway().expect(204);
    await swept;

    expect(await placesOf(id)).toEqual(['public.audit_entry.subject_id']);
  });

  it('is no way to remove facts of a real firm', async () => {
    const { partner } = firm.users;
    await as('partner').post('/api/clients').send({ name: 'Simulated client' }).expect(201);
    expect(await count('audit_entry where firm_id = $1 and actor_id = $2', firm.id, partner.id)).toBe(1);

    await expect(ask('delete from audit_entry where firm_id = $1', firm.id)).rejects.toThrow('append-only');
    await expect(ask('update firm set sample_of = id where id = $1', firm.id)).rejects.toThrow('append-only');
  });

  it('is also done for whoever leaves the firm: they are signed out of it', async () => {
    await looking('partner');
    const { id } = firm.users.partner;

    await as('admin')
      .post(`/api/users/${id}/deactivate`)
      .send({ version: 1, successorId: firm.users.admin.id })
      .expect(200);

    await as('partner').get('/api/me').expect(401);
    const users = await ask<{ active: boolean }>(
      'select deactivated_at is null as active from firm_user where auth_user_id = $1',
      id,
    );
    expect(users).toEqual([{ active: false }, { active: false }]);
  });
});

describe('nobody hears of sample data', () => {
  it('by a reminder, a Monday mail, an invitation, or what was owed already', async () => {
    const sender = await aSender(own.url, server.url);
    const id = await looking();
    const [user] = await ask<{ id: string; officeId: string }>(
      'select id, office_id as "officeId" from firm_user where firm_id = $1 and auth_user_id is not null',
      id,
    );
    await mailAtAnyHour(api.dataSource, id);
    await mailAtAnyHour(api.dataSource, firm.id);
    await aFlag(api.dataSource, firm.id, await aSearch(api.dataSource, firm));
    await as('admin')
      .post('/api/users')
      .send({ name: 'Real Person', email: 'real@firm.example', role: 'consultant', officeId: user?.officeId })
      .expect(201);
    await ask(
      `insert into delivery (firm_id, id, form, recipient_id, message_id, due_at, not_before)
       values ($1, $2, 'pipeline_health', $3, '<simulated@firm.example>', now(), now())`,
      id,
      newId(),
      user?.id,
    );
    // long before both firms were made, and a Monday since
    await ask(`update firm_user set created_at = now() - interval '30 days' where firm_id in ($1, $2)`, id, firm.id);

    await sender.planning.plan();
    await sender.planning.planWhenSwept(id);
    await api.app.get(InvitationsService).sendOwed();
    await ask(`update delivery set not_before = now() - interval '1 second'`);
    await sender.deliveries.deliverDue({ limit: 1_000 });
    await sender.stop();

    const ofOwn = server.received.filter(({ to }) => to.includes(firm.id));
    expect(ofOwn.length).toBeGreaterThan(0);
    expect(server.received.filter(({ to }) => to === 'real@firm.example' || to.endsWith('@sample.example'))).toEqual(
      [],
    );
    expect(server.received.filter(({ source }) => source.includes('Sample data'))).toEqual([]);
    expect(await count('reminder where firm_id = $1', id)).toBe(0);
    expect(await ask('select state from delivery where firm_id = $1', id)).toEqual([{ state: 'pending' }]);
    expect(await count('reminder where firm_id = $1', firm.id)).toBeGreaterThan(0);
  });
});
