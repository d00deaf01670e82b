import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, aStalledFlag, onSearch } from '../factories/search.factory.js';
import { countQueries } from '../lib/count-queries.js';
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

const as = (role: Role, of = firm) => api.request(of.cookie(role));
const opening = async (changes: Record<string, unknown> = {}) => ({
  roleKey: 'chief_ai_officer',
  clientId: await aClient(api.dataSource, firm),
  officeId: firm.officeId,
  leadUserId: firm.users.partner.id,
  ...changes,
});
const open = async (changes: Record<string, unknown> = {}, role: Role = 'partner') =>
  as(role)
    .post('/api/searches')
    .send(await opening(changes));
const post = (path: string, body: object, role: Role = 'partner') => as(role).post(`/api/searches/${path}`).send(body);
const facts = (id: string): Promise<{ fact: string }[]> =>
  api.dataSource.query('select fact from outbox where firm_id = $1 and subject_id = $2 order by id', [firm.id, id]);
const audited = (id: string): Promise<{ action: string; actor_id: string; detail: unknown }[]> =>
  api.dataSource.query(
    'select action, actor_id, detail from audit_entry where firm_id = $1 and subject_id = $2 order by id',
    [firm.id, id],
  );

describe('opening a search', () => {
  it('starts with the brief of its role, its team and a running clock', async () => {
    const { status, body } = await open({
      teamUserIds: [firm.users.researcher.id],
      targetDate: '2027-02-28',
      region: 'DACH',
      engagement: 'container',
    });

    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: 'Chief AI Officer',
      status: 'open',
      confidential: false,
      engagement: 'container',
      targetDate: '2027-02-28',
      region: 'DACH',
      day: 0,
      health: 'on_track',
      reason: null,
      activeCount: 0,
      closedAt: null,
      closeReason: null,
      holds: [],
      version: 1,
      lead: { id: firm.users.partner.id, name: 'Simulated partner' },
      office: { id: firm.officeId, key: 'main', timeZone: 'Europe/Berlin' },
      allowed: { edit: true, addCandidates: true, hold: true, resume: false, close: true, reopen: false },
    });
    expect(body.team.map(({ id }: { id: string }) => id)).toEqual([firm.users.partner.id, firm.users.researcher.id]);
    expect(body.criteria).toHaveLength(8);
    expect(body.criteria[0]).toEqual({ text: expect.any(String), kind: 'organisational', mustHave: true });
  });

  it('is audited and announced in the commit that made it', async () => {
    const { body } = await open();

    expect(await facts(body.id)).toEqual([{ fact: 'searches.search_opened' }]);
    expect(await audited(body.id)).toEqual([
      {
        action: 'searches.search_opened',
        actor_id: firm.users.partner.id,
        detail: { roleKey: 'chief_ai_officer', confidential: false },
      },
    ]);
  });

  it('is looked at by the next sweep, from its episode on', async () => {
    const { body } = await open();

    const [row] = await api.dataSource.query(
      `select s.next_check_at = '-infinity' as due, s.progress_key = s.episode_id as from_opening,
              e.opened_at = s.opened_at as same_moment
       from search s join search_episode e on e.firm_id = s.firm_id and e.id = s.episode_id where s.id = $1`,
      [body.id],
    );
    expect(row).toEqual({ due: true, from_opening: true, same_moment: true });
  });

  it('numbers the searches of a role without gaps or doubles, however many open at once', async () => {
    const input = await opening();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => as('partner').post('/api/searches').send(input)),
    );

    const year = new Date().getUTCFullYear();
    const expected = Array.from({ length: 12 }, (_, i) => `CAIO-${year}-${String(i + 1).padStart(3, '0')}`);
    expect(answers.map(({ body }) => body.ref).sort()).toEqual(expected);
  });

  it('numbers each role and each firm by itself', async () => {
    await open();
    const other = await open({ roleKey: 'inference_lead' });
    firm = await aFirm(api.dataSource);
    const elsewhere = await open();

    expect(other.body.ref).toMatch(/^INFL-\d{4}-001$/);
    expect(elsewhere.body.ref).toMatch(/^CAIO-\d{4}-001$/);
  });

  it('keeps whoever opens a confidential search on its team', async () => {
    const { body } = await open({ confidential: true }, 'consultant');

    expect(body.team.map(({ name }: { name: string }) => name)).toEqual(['Simulated partner', 'Simulated consultant']);
    expect((await as('consultant').get(`/api/searches/${body.id}`)).status).toBe(200);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown field', { fee: 1 }, 'There is no field "fee" here.'],
    ['an unknown role', { roleKey: 'caio' }, 'RoleKey must be one of the following values'],
    ['a title that is no text', { title: 7 }, 'Title must be a string'],
    ['an empty title', { title: '   ' }, 'Title must not be empty.'],
    ['a title that is null', { title: null }, 'Title must be a string'],
    ['a client that is no id', { clientId: 'acme' }, 'ClientId must be a UUID.'],
    ['a truth value in words', { confidential: 'false' }, 'Confidential must be a boolean value.'],
    ['a team that is no list', { teamUserIds: 'me' }, 'TeamUserIds must be'],
    [
      'a day that does not exist',
      { targetDate: '2027-02-30' },
      'TargetDate must be a day that exists, such as 2026-11-21.',
    ],
    ['a day in words', { targetDate: 'tomorrow' }, 'TargetDate must be a day that exists, such as 2026-11-21.'],
    ['a day with a time', { targetDate: '2027-02-28T00:00:00Z' }, 'TargetDate must be a day that exists'],
    ['a character nobody can store', { title: 'Chief\u0000' }, 'Title must not contain a null character.'],
  ])('refuses %s', async (_, changes, sentence) => {
    const { status, body, type } = await open(changes);

    expect(status).toBe(400);
    expect(type).toBe('application/problem+json');
    expect(body.errors[0].field).toBe(Object.keys(changes)[0]);
    expect(body.errors.map(({ message }: { message: string }) => message).join(' ')).toContain(sentence);
  });

  it("refuses ids that this firm does not have, its neighbour's included", async () => {
    const neighbour = await aFirm(api.dataSource);
    const wrong: [Record<string, string | string[]>, string][] = [
      [{ clientId: newId() }, 'unknown_client'],
      [{ clientId: await aClient(api.dataSource, neighbour) }, 'unknown_client'],
      [{ officeId: neighbour.officeId }, 'unknown_office'],
      [{ leadUserId: neighbour.users.partner.id }, 'unknown_team_member'],
      [{ teamUserIds: [neighbour.users.partner.id] }, 'unknown_team_member'],
    ];

    for (const [changes, code] of wrong) {
      const { status, body } = await open(changes);
      expect({ status, code: body.code, changes }).toEqual({ status: 400, code, changes });
    }
    expect((await as('partner').get('/api/searches')).body.items).toEqual([]);
  });

  it('is not for researchers', async () => {
    const { status, body } = await open({}, 'researcher');

    expect({ status, code: body.code }).toEqual({ status: 403, code: 'not_allowed' });
  });

  it('needs somebody signed in', async () => {
    const { status, body } = await api
      .request()
      .post('/api/searches')
      .send(await opening());

    expect({ status, code: body.code }).toEqual({ status: 401, code: 'not_signed_in' });
  });
});

describe('a search', () => {
  it('offers a researcher no more than to add candidates', async () => {
    const { body } = await open();

    expect((await as('researcher').get(`/api/searches/${body.id}`)).body.allowed).toEqual({
      edit: false,
      addCandidates: true,
      hold: false,
      resume: false,
      close: false,
      reopen: false,
    });
  });

  it('shows why it is red and what to do', async () => {
    const id = await aSearch(api.dataSource, firm);
    await aStalledFlag(api.dataSource, firm, id);

    expect((await as('partner').get(`/api/searches/${id}`)).body).toMatchObject({
      health: 'stalled',
      reason: 'Nobody moved since Thu 5 Nov.',
      nextStep: 'Call the client today.',
    });
  });

  it.each<[string, () => Promise<string>]>([
    ['an id nobody has', async () => newId()],
    ["another firm's search", async () => aSearch(api.dataSource, await aFirm(api.dataSource))],
    ['a confidential search of others', () => aSearch(api.dataSource, firm, { confidential: true })],
  ])('is unknown, in the same words, for %s', async (_, make) => {
    const id = await make();
    const answers = await Promise.all([
      as('consultant').get(`/api/searches/${id}`),
      as('admin').get(`/api/searches/${id}`),
      as('consultant').patch(`/api/searches/${id}`).send({ version: 1, title: 'x' }),
      post(`${id}/hold`, { version: 1 }, 'consultant'),
      post(`${id}/resume`, { version: 1 }, 'consultant'),
      post(`${id}/close`, { version: 1, reason: 'cancelled' }, 'consultant'),
      post(`${id}/reopen`, { version: 1 }, 'consultant'),
    ]);

    for (const { status, body } of answers) {
      expect(status).toBe(404);
      expect(body).toEqual({
        type: 'urn:searchlight:problem:search_not_found',
        title: 'Search not found',
        status: 404,
        code: 'search_not_found',
        detail: 'There is no search with this id, or you are not on its team.',
      });
    }
  });

  it('refuses an id that is none', async () => {
    expect((await as('partner').get('/api/searches/one')).status).toBe(400);
  });
});

describe('editing a search', () => {
  it('changes what was given, keeps the rest and says so in the audit', async () => {
    const { body } = await open({ targetDate: '2027-01-31' });

    const edited = await as('consultant')
      .patch(`/api/searches/${body.id}`)
      .send({ version: 1, title: 'Group CAIO', leadUserId: firm.users.consultant.id });

    expect(edited.status).toBe(200);
    expect(edited.body).toMatchObject({ title: 'Group CAIO', targetDate: '2027-01-31', version: 2 });
    expect(edited.body.team.map(({ name }: { name: string }) => name)).toEqual([
      'Simulated consultant',
      'Simulated partner',
    ]);
    expect((await audited(body.id)).at(-1)?.detail).toEqual({ changed: ['title', 'leadUserId'] });
    expect((await facts(body.id)).at(-1)).toEqual({ fact: 'searches.search_changed' });
  });

  it('clears the target date by null and replaces the team', async () => {
    const { body } = await open({ targetDate: '2027-01-31', teamUserIds: [firm.users.researcher.id] });

    const edited = await as('partner')
      .patch(`/api/searches/${body.id}`)
      .send({ version: 1, targetDate: null, teamUserIds: [firm.users.admin.id] });

    expect(edited.body.targetDate).toBeNull();
    expect(edited.body.team.map(({ name }: { name: string }) => name)).toEqual([
      'Simulated partner',
      'Simulated admin',
    ]);
  });

  it('hides a search that becomes confidential from everybody but its team and whoever made it so', async () => {
    const id = await aSearch(api.dataSource, firm);
    await as('consultant').patch(`/api/searches/${id}`).send({ version: 1, confidential: true });

    const seen = await Promise.all(
      (['partner', 'consultant', 'researcher', 'admin'] as const).map((role) => as(role).get(`/api/searches/${id}`)),
    );

    expect(seen.map(({ status }) => status)).toEqual([200, 200, 404, 404]);
  });

  it('refuses a stale version and sends the record as it is now', async () => {
    const { body } = await open();
    await as('partner').patch(`/api/searches/${body.id}`).send({ version: 1, title: 'First' });

    const late = await as('partner').patch(`/api/searches/${body.id}`).send({ version: 1, title: 'Second' });

    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'stale_version', current: { id: body.id, title: 'First', version: 2 } });
  });

  it('lets exactly one of many who started from the same version through', async () => {
    const { body } = await open();

    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        as('partner')
          .patch(`/api/searches/${body.id}`)
          .send({ version: 1, title: `Title ${i}` }),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['no version', { title: 'x' }],
    ['a version in words', { version: '1' }],
    ['a title that is null', { version: 1, title: null }],
    ['a status', { version: 1, status: 'closed' }],
    ['a day that does not exist', { version: 1, targetDate: '2027-06-31' }],
  ])('refuses %s', async (_, changes) => {
    const id = await aSearch(api.dataSource, firm);

    expect((await as('partner').patch(`/api/searches/${id}`).send(changes)).status).toBe(400);
  });

  it('is not for researchers', async () => {
    const id = await aSearch(api.dataSource, firm);
    const answers = await Promise.all([
      as('researcher').patch(`/api/searches/${id}`).send({ version: 1, title: 'x' }),
      post(`${id}/hold`, { version: 1 }, 'researcher'),
      post(`${id}/resume`, { version: 1 }, 'researcher'),
      post(`${id}/close`, { version: 1, reason: 'cancelled' }, 'researcher'),
      post(`${id}/reopen`, { version: 1 }, 'researcher'),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });
});

describe('holding and resuming a search', () => {
  it('records the interval and shows the search as on hold in between', async () => {
    const id = await aSearch(api.dataSource, firm);

    const held = await post(`${id}/hold`, { version: 1, reason: 'Budget is being reviewed' });
    const resumed = await post(`${id}/resume`, { version: 2 });

    expect(held.status).toBe(200);
    expect(held.body).toMatchObject({ status: 'on_hold', health: 'on_hold', version: 2 });
    expect(held.body.holds).toEqual([
      { startedAt: expect.any(String), endedAt: null, reason: 'Budget is being reviewed' },
    ]);
    expect(resumed.body).toMatchObject({ status: 'open', health: 'on_track', version: 3 });
    expect(resumed.body.holds[0].endedAt).not.toBeNull();
    expect((await facts(id)).map(({ fact }) => fact)).toEqual(['searches.search_held', 'searches.search_resumed']);
  });

  it('may happen again and again', async () => {
    const id = await aSearch(api.dataSource, firm);
    for (let version = 1; version < 7; version += 2) {
      await post(`${id}/hold`, { version });
      await post(`${id}/resume`, { version: version + 1 });
    }

    const { body } = await as('partner').get(`/api/searches/${id}`);
    expect(body).toMatchObject({ status: 'open', version: 7 });
    expect(body.holds).toHaveLength(3);
  });

  it('gives a search back the offer it had out', async () => {
    const id = await aSearch(api.dataSource, firm);
    const candidacy = await onSearch(api.dataSource, firm, {
      searchId: id,
      candidateId: await aCandidate(api.dataSource, firm),
      stage: 'offer',
    });
    await api.dataSource.query(
      'insert into offer (firm_id, id, candidacy_id, search_id, extended_at) values ($1, $2, $3, $4, now())',
      [firm.id, newId(), candidacy, id],
    );
    await post(`${id}/hold`, { version: 1 });

    expect((await post(`${id}/resume`, { version: 2 })).body.status).toBe('offer');
  });

  it('is done once when two people do it at once', async () => {
    const id = await aSearch(api.dataSource, firm);

    const answers = await Promise.all([post(`${id}/hold`, { version: 1 }), post(`${id}/hold`, { version: 1 })]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('closing and reopening a search', () => {
  it('ends its episode, its hold and its clock', async () => {
    const id = await aSearch(api.dataSource, firm);
    await aStalledFlag(api.dataSource, firm, id);
    await post(`${id}/hold`, { version: 1 });

    const closed = await post(`${id}/close`, { version: 2, reason: 'internal_hire' });

    expect(closed.status).toBe(200);
    expect(closed.body).toMatchObject({
      status: 'closed',
      closeReason: 'internal_hire',
      health: null,
      reason: null,
      nextStep: null,
      version: 3,
      allowed: { edit: true, addCandidates: false, hold: false, resume: false, close: false, reopen: true },
    });
    expect(closed.body.holds[0].endedAt).toBe(closed.body.closedAt);
    const episodes = await api.dataSource.query(
      'select closed_at, close_reason from search_episode where firm_id = $1 and search_id = $2',
      [firm.id, id],
    );
    expect(episodes).toEqual([{ closed_at: new Date(closed.body.closedAt), close_reason: 'internal_hire' }]);
    expect((await facts(id)).at(-1)).toEqual({ fact: 'searches.search_closed' });
  });

  it('starts a new episode with a fresh clock on reopening, and keeps who was live', async () => {
    const openedAt = new Date(Date.now() - 40 * 86_400_000);
    const id = await aSearch(api.dataSource, firm, { openedAt });
    const candidateId = await aCandidate(api.dataSource, firm);
    await onSearch(api.dataSource, firm, { searchId: id, candidateId, stage: 'assessed', at: openedAt });
    const closed = await post(`${id}/close`, { version: 1, reason: 'cancelled' });

    const { status, body } = await post(`${id}/reopen`, { version: 2 });

    expect(closed.body.day).toBe(40);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'open',
      day: 0,
      closedAt: null,
      closeReason: null,
      activeCount: 1,
      version: 3,
    });
    expect(body.openedAt).toBe(openedAt.toISOString());
    const [row] = await api.dataSource.query(
      `select (select count(*)::int from search_episode e where e.firm_id = s.firm_id and e.search_id = s.id) as episodes,
              s.progress_key = s.episode_id as fresh, s.last_progress_at = s.episode_opened_at as from_reopening
       from search s where s.firm_id = $1 and s.id = $2`,
      [firm.id, id],
    );
    expect(row).toEqual({ episodes: 2, fresh: true, from_reopening: true });
    expect((await facts(id)).at(-1)).toEqual({ fact: 'searches.search_reopened' });
  });

  it.each([
    ['hold', {}, 'This search is closed: only a running search can be put on hold.'],
    ['resume', {}, 'This search is closed: only a search on hold can be resumed.'],
    ['close', { reason: 'unfilled' }, 'This search is closed: only a search that has not ended can be closed.'],
  ])('leaves no way to %s it while it is closed', async (action, body, sentence) => {
    const id = await aSearch(api.dataSource, firm);
    await post(`${id}/close`, { version: 1, reason: 'unfilled' });

    const refused = await post(`${id}/${action}`, { version: 2, ...body });

    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'search_status_refused', detail: sentence });
  });

  it.each([
    ['an unknown reason', { version: 1, reason: 'bored' }],
    ['a placement, which takes an accepted offer', { version: 1, reason: 'placed' }],
    ['no reason', { version: 1 }],
  ])('refuses %s', async (_, body) => {
    const id = await aSearch(api.dataSource, firm);

    expect((await post(`${id}/close`, body)).status).toBe(400);
  });

  it('refuses a stale version with the record as it is now', async () => {
    const id = await aSearch(api.dataSource, firm);
    await post(`${id}/hold`, { version: 1 });

    const answers = await Promise.all([
      post(`${id}/hold`, { version: 1 }),
      post(`${id}/resume`, { version: 1 }),
      post(`${id}/close`, { version: 1, reason: 'cancelled' }),
      post(`${id}/reopen`, { version: 1 }),
    ]);

    for (const { status, body } of answers) {
      expect(status).toBe(409);
      expect(body).toMatchObject({ code: 'stale_version', current: { id, status: 'on_hold', version: 2 } });
    }
  });
});

describe('the list of searches', () => {
  const list = async (query: string, role: Role = 'partner') => (await as(role).get(`/api/searches?${query}`)).body;
  const titles = async (query: string, role: Role = 'partner') =>
    (await list(query, role)).items.map(({ title }: { title: string }) => title);

  it('goes from the newest to the oldest, page by page, without losing or repeating one', async () => {
    const moment = new Date('2026-11-01T09:00:00.123Z');
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      ids.push(await aSearch(api.dataSource, firm, { openedAt: new Date(moment.getTime() - Math.floor(i / 3)) }));
    }

    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 4; page += 1) {
      const { items, next } = await list(`limit=2${after}`);
      seen.push(...items.map(({ id }: { id: string }) => id));
      after = `&after=${next}`;
      if (next === null) break;
    }

    expect([...seen].sort()).toEqual([...ids].sort());
    expect(seen.slice(-1)).toEqual(ids.slice(-1));
  });

  it('is filtered by status, lead, client, health and words without regard to case and accents', async () => {
    const zurich = await aClient(api.dataSource, firm, { name: 'Zürich 100% Robotics' });
    await aSearch(api.dataSource, firm, { title: 'Chief AI Officer', clientId: zurich });
    await aSearch(api.dataSource, firm, { title: 'VP MLOps', leadUserId: firm.users.consultant.id, ref: 'VPML-77' });
    const stalled = await aSearch(api.dataSource, firm, { title: 'Inference Lead' });
    await aStalledFlag(api.dataSource, firm, stalled);
    const held = await aSearch(api.dataSource, firm, { title: 'VP Research' });
    await post(`${held}/hold`, { version: 1 });

    expect(await titles('status=on_hold')).toEqual(['VP Research']);
    expect(await titles('health=stalled')).toEqual(['Inference Lead']);
    expect(await titles('health=on_hold')).toEqual(['VP Research']);
    expect(await titles(`leadId=${firm.users.consultant.id}`)).toEqual(['VP MLOps']);
    expect(await titles(`clientId=${zurich}`)).toEqual(['Chief AI Officer']);
    expect(await titles('q=zurich%20CHIEF')).toEqual(['Chief AI Officer']);
    expect(await titles('q=vpml-77')).toEqual(['VP MLOps']);
    expect(await titles('q=100%25')).toEqual(['Chief AI Officer']);
    expect(await titles('q=_')).toEqual([]);
    expect(await titles('q=zurich%20mlops')).toEqual([]);
    expect(await titles('q=&status=on_hold')).toEqual(['VP Research']);
  });

  it('shows confidential searches to their lead and team only', async () => {
    await aSearch(api.dataSource, firm, { title: 'Open' });
    await aSearch(api.dataSource, firm, {
      title: 'Secret',
      confidential: true,
      leadUserId: firm.users.partner.id,
      memberIds: [firm.users.researcher.id],
    });

    expect((await titles('')).sort()).toEqual(['Open', 'Secret']);
    expect((await titles('', 'researcher')).sort()).toEqual(['Open', 'Secret']);
    expect(await titles('', 'admin')).toEqual(['Open']);
    expect(await titles('q=secret', 'consultant')).toEqual([]);
  });

  it('counts live candidacies beside each search', async () => {
    const id = await aSearch(api.dataSource, firm);
    for (const stage of ['sourced', 'presented']) {
      const candidateId = await aCandidate(api.dataSource, firm);
      await onSearch(api.dataSource, firm, { searchId: id, candidateId, stage });
    }
    await api.dataSource.query(
      `update candidacy set outcome = 'rejected', ended_at = now()
       where firm_id = $1 and search_id = $2 and stage_id = $3`,
      [firm.id, id, firm.stages.sourced],
    );

    expect((await list('')).items).toMatchObject([{ id, activeCount: 1 }]);
  });

  it('shows nothing of other firms', async () => {
    await aSearch(api.dataSource, await aFirm(api.dataSource));

    expect(await list('')).toEqual({ items: [], next: null });
  });

  it('takes as many queries for a hundred rows as for one', async () => {
    const clientId = await aClient(api.dataSource, firm);
    await aSearch(api.dataSource, firm, { clientId });
    const one = await countQueries(api.dataSource, () => list('limit=100'));
    for (let i = 0; i < 99; i += 1) await aSearch(api.dataSource, firm, { clientId });

    const hundred = await countQueries(api.dataSource, async () => {
      expect((await list('limit=100')).items).toHaveLength(100);
    });

    expect([one, hundred]).toEqual([1, 1]);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=ten',
    'status=lost',
    'health=red',
    'leadId=me',
    'page=2',
    'after=x',
    'q=a&q=b',
  ])('refuses %s', async (query) => {
    expect((await as('partner').get(`/api/searches?${query}`)).status).toBe(400);
  });
});

describe('the role templates', () => {
  it('are the ten roles with their briefs', async () => {
    const { status, body } = await as('researcher').get('/api/role-templates');

    expect(status).toBe(200);
    expect(body.items).toHaveLength(10);
    expect(body.items[1]).toMatchObject({ key: 'vp_mlops', title: 'VP MLOps', family: 'infrastructure' });
  });
});
