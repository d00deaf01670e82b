import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { aColleague } from '../lib/scenes.js';
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

const as = (role: Role) => api.request(firm.cookie(role));
const id = (role: Role) => firm.users[role].id;
const edit = (searchId: string, role: Role, changes: object, version = 1) =>
  as(role)
    .patch(`/api/searches/${searchId}`)
    .send({ version, ...changes });
const leave = (searchId: string, role: Role, version = 1) =>
  as(role).post(`/api/searches/${searchId}/leaving`).send({ version });
const teamOf = ({ body }: { body: { team: { id: string }[] } }) => body.team.map((one) => one.id);
const roleOf = (userId: string) =>
  (['admin', 'partner', 'consultant', 'researcher'] as const).find((role) => id(role) === userId);
const seenBy = async (searchId: string) => {
  const seen: Role[] = [];
  for (const role of ['admin', 'partner', 'consultant', 'researcher'] as const)
    if ((await as(role).get(`/api/searches/${searchId}`)).status === 200) seen.push(role);
  return seen;
};

describe('who works on a search and who may see it', () => {
  it.each([
    ['the lead', { leadUserId: 'researcher' }],
    ['the team', { teamUserIds: ['researcher'] }],
    ['whether it is confidential', { confidential: true }],
    ['all of it at once', { leadUserId: 'consultant', teamUserIds: [], confidential: true }],
  ])('is not for another consultant to change: %s', async (_, changes: Record<string, unknown>) => {
    const searchId = await aSearch(api.dataSource, firm);
    const named = JSON.parse(JSON.stringify(changes), (__, value: unknown) =>
      value === 'consultant' || value === 'researcher' ? id(value) : value,
    ) as object;

    const refused = await edit(searchId, 'consultant', named);

    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
      ...[403, 'not_allowed'],
      'Only its lead, partners and admins can change who works on a search and who can see it.',
    ]);
    expect((await edit(searchId, 'admin', named)).status).toBe(200);
  });

  it('may come along unchanged with another change, by whoever may edit', async () => {
    const searchId = await aSearch(api.dataSource, firm, { memberIds: [id('researcher')] });
    const same = { leadUserId: id('partner'), teamUserIds: [id('researcher')], confidential: false };

    const edited = await edit(searchId, 'consultant', { title: 'Another title', ...same });

    expect([edited.status, edited.body.title]).toEqual([200, 'Another title']);
    expect(edited.body.allowed).toMatchObject({ edit: true, changeAccess: false, leave: false });
  });

  it('is for its lead, whatever their role', async () => {
    const searchId = await aSearch(api.dataSource, firm, { leadUserId: id('consultant') });

    const edited = await edit(searchId, 'consultant', { confidential: true, teamUserIds: [id('researcher')] });

    expect(edited.body.allowed).toMatchObject({ changeAccess: true, leave: false });
    expect(await seenBy(searchId)).toEqual(['consultant', 'researcher']);
  });
});

describe('nobody is shut out of a search they led', () => {
  it('by whoever takes it over and hides it in one step', async () => {
    const searchId = await aSearch(api.dataSource, firm);

    await edit(searchId, 'admin', { leadUserId: id('consultant'), teamUserIds: [], confidential: true });

    expect(await seenBy(searchId)).toEqual(['admin', 'partner', 'consultant']);
  });

  it('nor step by step: only they themselves take themselves off its team', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    await edit(searchId, 'admin', { leadUserId: id('consultant') });

    const refused = await edit(searchId, 'consultant', { teamUserIds: [] }, 2);
    await edit(searchId, 'consultant', { confidential: true }, 2);
    const again = await edit(searchId, 'consultant', { teamUserIds: [] }, 3);

    expect([refused.status, refused.body.code, again.body.code]).toEqual([409, 'member_stays', 'member_stays']);
    expect(refused.body.detail).toBe(
      'Simulated partner has led this search or made it confidential, and can only leave its team themselves.',
    );
    expect((await leave(searchId, 'partner', 3)).status).toBe(200);
    expect(await seenBy(searchId)).toEqual(['consultant']);
  });

  it('but hands it over and leaves in one step, if they like', async () => {
    const searchId = await aSearch(api.dataSource, firm);

    const edited = await edit(searchId, 'partner', { leadUserId: id('consultant'), teamUserIds: [id('admin')] });

    expect(teamOf(edited).map(roleOf)).toEqual(['consultant', 'admin']);
  });

  it('and who has left the firm holds nobody up', async () => {
    const searchId = await aSearch(api.dataSource, firm, { confidential: true, memberIds: [id('admin')] });
    await edit(searchId, 'admin', { leadUserId: id('consultant') });
    await api.dataSource.query('update firm_user set deactivated_at = now() where id = $1', [id('partner')]);

    const edited = await edit(searchId, 'consultant', { teamUserIds: [id('researcher')] }, 2);

    expect(teamOf(edited).map(roleOf)).toEqual(['consultant', 'researcher']);
  });

  it('and leaving is for who is on the team and does not lead', async () => {
    const searchId = await aSearch(api.dataSource, firm, { memberIds: [id('researcher')] });

    const codes = [
      (await leave(searchId, 'partner')).body.code,
      (await leave(searchId, 'admin')).body.code,
      (await leave(newId(), 'admin')).body.code,
    ];

    expect(codes).toEqual(['lead_stays', 'not_on_team', 'search_not_found']);
    expect(teamOf(await leave(searchId, 'researcher'))).toEqual([id('partner')]);
  });
});

describe('the last key to a confidential search', () => {
  const reason = 'The lead cannot be reached';
  const breakGlass = (role: Role, search?: string) =>
    as(role).post('/api/searches/break-glass').send({ search, reason });
  const aHiddenSearch = async (ref: string, member?: string) => {
    const lead = await aColleague(api.dataSource, firm, 'partner');
    const searchId = await aSearch(api.dataSource, firm, {
      ...{ ref, confidential: true, leadUserId: lead, memberIds: member ? [member] : [] },
    });
    return { searchId, lead };
  };

  it('puts an admin on its team, by its reference, and tells everybody on it why', async () => {
    const { searchId, lead } = await aHiddenSearch('S-1', id('consultant'));

    const { status, body } = await breakGlass('admin', 'S-1');

    expect([status, body.items]).toEqual([200, [expect.objectContaining({ id: searchId, confidential: true })]]);
    expect(await seenBy(searchId)).toEqual(['admin', 'consultant']);
    const { body: tasks } = await as('consultant').get('/api/tasks');
    expect(tasks.items).toMatchObject([
      {
        title: `An admin opened this confidential search and is now on its team. Reason: ${reason}`,
        search: { id: searchId },
      },
    ]);
    const entries = await api.dataSource.query(
      `select actor_id, action, detail from audit_entry where firm_id = $1 and subject_id = $2`,
      [firm.id, searchId],
    );
    expect(entries).toEqual([
      {
        ...{ actor_id: id('admin'), action: 'searches.glass_broken' },
        detail: { adminId: id('admin'), toldUserIds: [lead, id('consultant')] },
      },
    ]);
    const announced = await api.dataSource.query(
      `select count(*)::int as n from outbox where firm_id = $1 and fact = 'searches.glass_broken'`,
      [firm.id],
    );
    expect(announced).toEqual([{ n: 1 }]);
  });

  it('answers everybody else, and who asks for nothing hidden, as if there were none', async () => {
    const { searchId } = await aHiddenSearch('S-1');
    await aSearch(api.dataSource, firm, { ref: 'S-2' });

    const answers = [];
    for (const role of ['partner', 'consultant', 'researcher'] as const)
      for (const search of ['S-1', searchId, 'S-404', undefined]) answers.push(await breakGlass(role, search));
    for (const search of ['S-404', newId(), 'S-2']) answers.push(await breakGlass('admin', search));

    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ status: 404, code: 'search_not_found' });
    expect(await seenBy(searchId)).toEqual([]);
  });

  it('opens those on whose team nobody is left, and only those', async () => {
    const { searchId, lead } = await aHiddenSearch('S-1');
    const other = await aHiddenSearch('S-2');
    await api.dataSource.query('update firm_user set deactivated_at = now() where id = $1', [lead]);

    const { body } = await breakGlass('admin');

    expect(body.items.map((one: { id: string }) => one.id)).toEqual([searchId]);
    expect([await seenBy(searchId), await seenBy(other.searchId)]).toEqual([['admin'], []]);
    const { body: tasks } = await as('admin').get('/api/tasks');
    expect(tasks.items).toHaveLength(1);
    expect((await breakGlass('admin')).body).toEqual({ items: [] });
  });

  it('takes a reason', async () => {
    await aHiddenSearch('S-1');

    const refused = await as('admin').post('/api/searches/break-glass').send({ search: 'S-1' });

    expect([refused.status, refused.body.code]).toEqual([400, 'invalid']);
  });
});
