import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aClient } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, aStalledFlag } from '../factories/search.factory.js';
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
      `select k.next_check_at = '-infinity' as due, s.progress_key = s.episode_id as from_opening,
              e.opened_at = s.opened_at as same_moment
       from search s join search_episode e on e.firm_id = s.firm_id and e.id = s.episode_id
       join search_check k on k.firm_id = s.firm_id and k.search_id = s.id where s.id = $1`,
      [body.id],
    );
    expect(row).toEqual({ due: true, from_opening: true, same_moment: true });
  });

  it('draws a reference that no other search has, however many open at once, and that counts nothing', async () => {
    const input = await opening();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => as('partner').post('/api/searches').send(input)),
    );

    const refs = answers.map(({ body }) => body.ref as string);
    expect(new Set(refs).size).toBe(12);
    for (const ref of refs) expect(ref).toMatch(/^CAIO-\d{4}-[2-9B-DF-HJKMNP-TV-XZ]{4}$/);
    expect((await open({ roleKey: 'inference_lead' })).body.ref).toMatch(/^INFL-/);
  });

  it('keeps whoever opens a confidential search on its team', async () => {
    const { body } = await open({ confidential: true }, 'consultant');

    expect(body.team.map(({ name }: { name: string }) => name)).toEqual(['Simulated partner', 'Simulated consultant']);
    expect((await as('consultant').get(`/api/searches/${body.id}`)).status).toBe(200);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown field', { fee: 1 }, 'There is no field "fee" here.'],
    ['a role that is no text', { roleKey: 7 }, 'Role must be a string'],
    ['a title that is no text', { title: 7 }, 'Title must be a string'],
    ['an empty title', { title: '   ' }, 'Title must not be empty.'],
    ['a title that is null', { title: null }, 'Title must be a string'],
    ['a client that is no id', { clientId: 'acme' }, 'Client must be a UUID.'],
    ['a truth value in words', { confidential: 'false' }, 'Confidential must be a boolean value.'],
    ['a team that is no list', { teamUserIds: 'me' }, 'Team must be'],
    [
      'a day that does not exist',
      { targetDate: '2027-02-30' },
      'Target date must be a valid date, such as 2026-11-21.',
    ],
    ['a day in words', { targetDate: 'tomorrow' }, 'Target date must be a valid date, such as 2026-11-21.'],
    ['a day with a time', { targetDate: '2027-02-28T00:00:00Z' }, 'Target date must be a valid date'],
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
      changeAccess: false,
      leave: false,
    });
  });

  it('shows why it is red and what to do', async () => {
    const id = await aSearch(api.dataSource, firm);
    await aStalledFlag(api.dataSource, firm, id);

    expect((await as('partner').get(`/api/searches/${id}`)).body).toMatchObject({
      health: 'stalled',
      reason: 'No movement since Thu 5 Nov.',
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
