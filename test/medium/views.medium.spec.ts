import type { Role } from '@app/identity/identity.types.js';
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

const VIEW = { list: 'candidates', name: 'Doctorates', asked: ['signal=phd', 'sort=-added'], shared: false };
const as = (role: Role) => api.request(firm.cookie(role));
const save = (fields: object = {}, role: Role = 'researcher') =>
  as(role)
    .post('/api/views')
    .send({ ...VIEW, ...fields });
const change = (id: string, changes: object, role: Role = 'researcher') =>
  as(role).patch(`/api/views/${id}`).send(changes);
const remove = (id: string, version: number, role: Role = 'researcher') =>
  as(role).delete(`/api/views/${id}?version=${version}`);
const names = async (role: Role, list = 'candidates'): Promise<string[]> =>
  (await as(role).get(`/api/views?list=${list}`)).body.items.map(({ name }: { name: string }) => name);

describe('a saved view', () => {
  it('is there again as it was saved, for the list it is of', async () => {
    const { status, body } = await save();

    expect(status).toBe(201);
    expect(body).toEqual({
      ...VIEW,
      id: expect.any(String),
      by: { id: firm.users.researcher.id, name: firm.users.researcher.name },
      version: 1,
      allowed: { change: true },
    });
    expect((await as('researcher').get('/api/views?list=candidates')).body).toEqual({ items: [body] });
    expect(await names('researcher', 'searches')).toEqual([]);
  });

  it('is seen by nobody else unless it is shared', async () => {
    const { body } = await save({ name: 'Mine' });
    await save({ name: 'Ours', shared: true });

    expect(await names('researcher')).toEqual(['Mine', 'Ours']);
    expect(await names('admin')).toEqual(['Ours']);
    expect((await change(body.id, { version: 1, name: 'X' }, 'admin')).body.code).toBe('view_not_found');
    expect((await remove(body.id, 1, 'admin')).status).toBe(404);
  });

  it('that is shared is taken back from all others by a partner, and stays with whoever saved it', async () => {
    const { body } = await save({ shared: true });

    const taken = await change(body.id, { version: 1, shared: false }, 'partner');

    expect([taken.status, taken.body]).toEqual([
      200,
      { ...body, shared: false, version: 2, allowed: { change: false } },
    ]);
    expect([await names('partner'), await names('researcher')]).toEqual([[], [VIEW.name]]);
  });

  it('that is shared is changed by whoever saved it, and by partners and admins', async () => {
    const { body } = await save({ shared: true });

    expect((await change(body.id, { version: 1, name: 'X' }, 'consultant')).status).toBe(403);
    expect((await remove(body.id, 1, 'consultant')).status).toBe(403);
    expect((await change(body.id, { version: 1, name: 'In order' }, 'partner')).body).toMatchObject({
      name: 'In order',
      asked: VIEW.asked,
      version: 2,
    });
    expect((await remove(body.id, 2)).status).toBe(204);
    expect(await names('researcher')).toEqual([]);
  });

  it('has a name of its own for whoever saved it', async () => {
    const { body } = await save();
    const other = (await save({ name: 'Another' })).body;

    expect((await save()).body.code).toBe('view_name_taken');
    expect((await change(other.id, { version: 1, name: VIEW.name })).body.code).toBe('view_name_taken');
    expect((await change(body.id, { version: 1, name: VIEW.name, asked: [] })).status).toBe(200);
    expect((await save({ list: 'clients', asked: [] })).status).toBe(201);
    expect((await save({}, 'partner')).status).toBe(201);
  });

  it("is listed with 200 others at most, and one's own always", async () => {
    await api.dataSource.query(
      `insert into saved_view (firm_id, id, user_id, list, name, asked, shared)
       select $1, new_id(), $2, 'candidates', 'A ' || lpad(i::text, 3, '0'), '[]', true from generate_series(1, 210) i`,
      [firm.id, firm.users.partner.id],
    );
    await save({ name: 'Mine' });

    const listed = await names('researcher');
    expect([listed.length, listed[0], listed.at(-1)]).toEqual([200, 'A 001', 'Mine']);
  });

  it.each([
    ['asks for the same twice', ['sort=name', 'sort=-name']],
    ['asks for what its list does not know', ['health=stalled']],
  ])('is refused when it %s, saved or changed', async (_, asked) => {
    const { body } = await save();

    for (const answer of [await save({ name: 'Another', asked }), await change(body.id, { version: 1, asked })])
      expect([answer.status, answer.body.code]).toEqual([400, 'view_words_refused']);
    expect((await change(body.id, { version: 1, name: 'Renamed' })).status).toBe(200);
  });

  it('is one of fifty at most', async () => {
    for (let i = 0; i < 50; i += 1) expect((await save({ name: `View ${i}` })).status).toBe(201);

    expect((await save({ name: 'One more' })).body.code).toBe('too_many_views');
    expect((await save({ name: 'One more', list: 'clients', asked: [] })).status).toBe(201);
  });

  it('refuses a stale version with the view as it is', async () => {
    const { body } = await save();
    await change(body.id, { version: 1, shared: true });

    const late = await change(body.id, { version: 1, name: 'Late' });
    expect(late.body).toMatchObject({ code: 'stale_version', current: { name: VIEW.name, shared: true, version: 2 } });
  });

  it('is audited without its name and its words', async () => {
    const { body } = await save({ name: 'Ada Example', asked: ['q=Ada Example'] });
    await change(body.id, { version: 1, shared: true });
    await remove(body.id, 2);

    const entries = await api.dataSource.query<{ action: string }[]>(
      'select * from audit_entry where firm_id = $1 and subject_id = $2 order by id',
      [firm.id, body.id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'views.view_saved',
      'views.view_changed',
      'views.view_removed',
    ]);
    expect(JSON.stringify(entries)).not.toContain('Ada');
  });

  it.each([
    ['a list there is none of', { list: 'offers' }],
    ['no name', { name: ' ' }],
    ['words that are none', { asked: ['sort'] }],
    ['too many words', { asked: Array.from({ length: 21 }, (_, i) => `q=${i}`) }],
    ['a word that is too long', { asked: [`q=${'x'.repeat(400)}`] }],
    ['nobody said whether it is shared', { shared: null }],
  ])('is refused with %s', async (_, fields) => {
    expect((await save(fields)).status).toBe(400);
  });
});
