import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient, aContact } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
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

const DUE = '2026-12-01T09:00:00.000Z';
const post = (path: string, body: object, role: Role = 'consultant') =>
  api.request(firm.cookie(role)).post(`/api/${path}`).send(body);
const add = (body: object = {}, role?: Role) => post('tasks', { title: 'Call back', dueAt: DUE, ...body }, role);
const edit = (id: string, body: object, role: Role = 'consultant') =>
  api
    .request(firm.cookie(role))
    .patch(`/api/tasks/${id}`)
    .send({ version: 1, ...body });
const list = async (query = '', role: Role = 'consultant') =>
  (await api.request(firm.cookie(role)).get(`/api/tasks${query}`)).body as {
    items: { id: string; title: string; doneAt: string | null }[];
    next: string | null;
  };
const titles = async (query?: string, role?: Role) => (await list(query, role)).items.map(({ title }) => title);
/** A search that only its lead, the partner, and the researcher know of. */
const aSecret = () =>
  aSearch(api.dataSource, firm, { confidential: true, memberIds: [firm.users.researcher.id], title: 'Secret seat' });

describe('a task', () => {
  it('is one’s own unless said otherwise, with what it is about, audited and announced', async () => {
    const searchId = await aSearch(api.dataSource, firm, { title: 'Chief AI Officer' });
    const candidateId = await aCandidate(api.dataSource, firm, { name: 'Simulated Person' });
    const contactId = await aContact(api.dataSource, firm, await aClient(api.dataSource, firm), 'Simulated Contact');

    const { status, body } = await add({ searchId, candidateId, contactId });

    expect(status).toBe(201);
    expect(body).toEqual({
      id: body.id,
      title: 'Call back',
      dueAt: DUE,
      doneAt: null,
      assignee: { id: firm.users.consultant.id, name: 'Simulated consultant' },
      search: { id: searchId, title: 'Chief AI Officer' },
      candidate: { id: candidateId, name: 'Simulated Person' },
      contact: { id: contactId, name: 'Simulated Contact' },
      version: 1,
    });
    const subject = [firm.id, body.id];
    expect(
      await api.dataSource.query(
        'select action, detail from audit_entry where firm_id = $1 and subject_id = $2',
        subject,
      ),
    ).toEqual([
      {
        action: 'activities.task_added',
        detail: { assigneeId: firm.users.consultant.id, searchId, candidateId, contactId },
      },
    ]);
    expect(
      await api.dataSource.query('select fact from outbox where firm_id = $1 and subject_id = $2', subject),
    ).toEqual([{ fact: 'activities.task_added' }]);
  });

  it('may be given to somebody else, put off and renamed', async () => {
    const { body } = await add();

    const changed = await edit(body.id, {
      title: 'Call back with the number',
      dueAt: '2026-12-02T09:00:00.000Z',
      assigneeId: firm.users.researcher.id,
    });

    expect(changed.body).toMatchObject({
      title: 'Call back with the number',
      dueAt: '2026-12-02T09:00:00.000Z',
      assignee: { id: firm.users.researcher.id },
      version: 2,
    });
    expect(await titles()).toEqual([]);
    expect(await titles('', 'researcher')).toEqual(['Call back with the number']);
  });

  it('is done once, and opened again by mistake undone', async () => {
    const { body } = await add();

    const done = await post(`tasks/${body.id}/done`, { version: 1 });
    const again = await post(`tasks/${body.id}/done`, { version: 2 });
    const changed = await edit(body.id, { version: 2, title: 'Other' });
    const undone = await post(`tasks/${body.id}/undone`, { version: 2 });
    const open = await post(`tasks/${body.id}/undone`, { version: 3 });

    expect([done.status, done.body.doneAt === null]).toEqual([200, false]);
    expect([again.status, again.body.code]).toEqual([409, 'task_done']);
    expect([changed.status, changed.body.code]).toEqual([409, 'task_done']);
    expect(undone.body).toMatchObject({ doneAt: null, version: 3 });
    expect([open.status, open.body.code]).toEqual([409, 'task_not_done']);
  });

  it('that somebody changed in the meantime is shown as it is now', async () => {
    const { body } = await add();
    await edit(body.id, { title: 'Newer' });

    for (const stale of [
      await edit(body.id, { title: 'Older' }),
      await post(`tasks/${body.id}/done`, { version: 1 }),
      await post(`tasks/${body.id}/undone`, { version: 1 }),
    ]) {
      expect([stale.status, stale.body.code, stale.body.current.title]).toEqual([409, 'stale_version', 'Newer']);
    }
  });

  it.each<[string, () => object | Promise<object>, number, string]>([
    ['without a title', () => ({ title: '  ' }), 400, 'invalid'],
    ['without a moment', () => ({ dueAt: '2026-02-30T09:00:00Z' }), 400, 'invalid'],
    ['about a search nobody knows', () => ({ searchId: newId() }), 404, 'search_not_found'],
    ['about a candidate nobody knows', () => ({ candidateId: newId() }), 400, 'unknown_subject'],
    ['about a contact nobody knows', () => ({ contactId: newId() }), 400, 'unknown_subject'],
    ['for somebody of no firm', () => ({ assigneeId: newId() }), 400, 'unknown_assignee'],
    ['about a confidential search of others', async () => ({ searchId: await aSecret() }), 404, 'search_not_found'],
    ['with a field that does not exist', () => ({ createdBy: newId() }), 400, 'invalid'],
  ])('is refused %s', async (_, body, status, code) => {
    const response = await add(await body());

    expect([response.status, response.body.code]).toEqual([status, code]);
  });

  it('that nobody has heard of is changed and done by nobody', async () => {
    expect((await edit(newId(), { title: 'Other' })).body.code).toBe('task_not_found');
    expect((await post(`tasks/${newId()}/done`, { version: 1 })).body.code).toBe('task_not_found');
  });
});

describe('tasks about a confidential search', () => {
  it('are seen, changed and done by its team only', async () => {
    const searchId = await aSecret();
    const candidateId = await aCandidate(api.dataSource, firm);
    const { body } = await add({ searchId, candidateId, assigneeId: firm.users.partner.id }, 'researcher');

    expect(await titles(`?searchId=${searchId}`, 'researcher')).toEqual(['Call back']);
    expect(await titles(`?candidateId=${candidateId}`, 'partner')).toEqual(['Call back']);
    expect(await titles(`?candidateId=${candidateId}`, 'consultant')).toEqual([]);
    const others = await api.request(firm.cookie('admin')).get(`/api/tasks?searchId=${searchId}`);
    expect([others.status, others.body.code]).toEqual([404, 'search_not_found']);
    expect((await edit(body.id, { title: 'Seen' }, 'consultant')).body.code).toBe('task_not_found');
    expect((await post(`tasks/${body.id}/done`, { version: 1 }, 'consultant')).body.code).toBe('task_not_found');
  });

  it('go to its team only, when added and when handed on', async () => {
    const searchId = await aSecret();
    const { body } = await add({ searchId }, 'partner');

    const outside = await add({ searchId, assigneeId: firm.users.consultant.id }, 'partner');
    const handedOn = await edit(body.id, { assigneeId: firm.users.consultant.id }, 'partner');

    expect([outside.status, outside.body.code]).toEqual([400, 'assignee_not_on_team']);
    expect([handedOn.status, handedOn.body.code]).toEqual([400, 'assignee_not_on_team']);
  });

  it('leave one’s list when one leaves the team', async () => {
    const searchId = await aSecret();
    await add({ searchId }, 'researcher');
    await api.dataSource.query('delete from search_member where firm_id = $1 and search_id = $2', [firm.id, searchId]);

    expect(await titles('', 'researcher')).toEqual([]);
  });
});

describe('a list of tasks', () => {
  it('has open ones first, by due moment, and goes on page by page', async () => {
    const made: string[] = [];
    for (const [title, dueAt] of [
      ['third', '2026-12-03T09:00:00Z'],
      ['first', '2026-12-01T09:00:00Z'],
      ['done', '2026-11-01T09:00:00Z'],
      ['second', '2026-12-01T09:00:00Z'],
    ]) {
      made.push((await add({ title, dueAt })).body.id as string);
    }
    await post(`tasks/${made[2]}/done`, { version: 1 });

    const pages: string[] = [];
    for (let after = ''; ;) {
      const { items, next } = await list(`?limit=1${after}`);
      pages.push(...items.map(({ title }) => title));
      if (!next) break;
      after = `&after=${encodeURIComponent(next)}`;
    }
    expect(pages).toEqual(['first', 'second', 'third', 'done']);
    expect(await titles('?open=true')).toEqual(['first', 'second', 'third']);
  });

  it('costs one query, however long it is', async () => {
    const none = await countQueries(api.dataSource, () => list());
    for (let i = 0; i < 5; i += 1) await add();

    expect([none, await countQueries(api.dataSource, () => list())]).toEqual([1, 1]);
  });

  it('cannot go on from nowhere', async () => {
    const response = await api.request(firm.cookie('partner')).get('/api/tasks?after=nonsense');

    expect([response.status, response.body.code]).toEqual([400, 'unknown_cursor']);
  });

  it('of another firm stays there', async () => {
    const { body } = await add();
    const other = await aFirm(api.dataSource);

    const response = await api.request(other.cookie('admin')).post(`/api/tasks/${body.id}/done`).send({ version: 1 });

    expect(response.body.code).toBe('task_not_found');
  });
});
