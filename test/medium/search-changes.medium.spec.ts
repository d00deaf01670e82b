import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { daysAgo } from '../factories/candidacy.factory.js';
import { aClient } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, aStalledFlag, onSearch } from '../factories/search.factory.js';
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

describe('editing a search', () => {
  it('changes what was given, keeps the rest and says so in the audit', async () => {
    const { body } = await open({ targetDate: '2027-01-31' });

    const edited = await as('admin')
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
    await as('admin').patch(`/api/searches/${id}`).send({ version: 1, confidential: true });

    const seen = await Promise.all(
      (['partner', 'consultant', 'researcher', 'admin'] as const).map((role) => as(role).get(`/api/searches/${id}`)),
    );

    expect(seen.map(({ status }) => status)).toEqual([200, 404, 404, 200]);
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
    const openedAt = daysAgo(40);
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
