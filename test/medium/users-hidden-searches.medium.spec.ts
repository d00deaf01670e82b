import type { Role } from '@app/identity/identity.types.js';
import { InvitationsRepository } from '@app/invitations/invitations.repository.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { aColleague } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { aFirmAtWork } from '../lib/colleagues.js';

const { stage, as, anAddress, invite, deactivate, auditOf, expectProblem } = aFirmAtWork();

const sees = async (role: Role, searchId: string) => (await as(role).get(`/api/searches/${searchId}`)).status === 200;
const aHiddenSearch = (leadUserId: string, memberIds: string[] = []) =>
  aSearch(stage.api.dataSource, stage.firm, { confidential: true, leadUserId, memberIds });
const tasksOf = async (searchId: string) =>
  stage.api.dataSource.query<{ assignee: string; title: string }[]>(
    'select assignee_id as assignee, title from task where firm_id = $1 and search_id = $2 order by assignee_id',
    [stage.firm.id, searchId],
  );
const takeBack = (id: string, by: Role) => as(by).delete(`/api/users/${id}/invitation`);

describe('an admin who takes over from a colleague whom they deactivate', () => {
  it('reads their confidential searches as after breaking the glass: with an entry, and the team is told', async () => {
    const { consultant, researcher, admin } = stage.firm.users;
    const led = await aHiddenSearch(consultant.id, [researcher.id]);
    const helped = await aHiddenSearch(researcher.id, [consultant.id]);
    const known = await aHiddenSearch(consultant.id, [admin.id, researcher.id]);

    expect((await deactivate(consultant.id, { successorId: admin.id })).status).toBe(200);

    expect([await sees('admin', led), await sees('admin', helped)]).toEqual([true, true]);
    const title =
      'Simulated consultant has left; Simulated admin has taken over and is now on the team of this confidential search.';
    for (const id of [led, helped]) {
      expect(await tasksOf(id)).toEqual([{ assignee: researcher.id, title }]);
      expect(await auditOf(id)).toMatchObject([
        { action: 'searches.search_handed_over', actor: admin.id },
        {
          ...{ action: 'searches.glass_broken', actor: admin.id },
          detail: { adminId: admin.id, toldUserIds: [researcher.id], from: consultant.id },
        },
      ]);
    }
    expect(await tasksOf(known)).toEqual([]);
    expect((await auditOf(known)).map(({ action }) => action)).toEqual(['searches.search_handed_over']);
  });

  it('cannot undo it silently: who comes back finds the record, and the search with its new lead', async () => {
    const { consultant, researcher, admin } = stage.firm.users;
    const hidden = await aHiddenSearch(consultant.id, [researcher.id]);
    await deactivate(consultant.id, { successorId: admin.id });

    await as('admin').post(`/api/users/${consultant.id}/reactivate`).send({ version: 2 });

    expect([await sees('consultant', hidden), await sees('researcher', hidden)]).toEqual([false, true]);
    expect(await tasksOf(hidden)).toHaveLength(1);
    const announced = `select 1 from outbox where firm_id = $1 and subject_id = $2 and fact = 'searches.glass_broken'`;
    expect(await stage.api.dataSource.query(announced, [stage.firm.id, hidden])).toHaveLength(1);
  });

  it('is told themselves where nobody else is on its team, so that a firm of two loses no search', async () => {
    const { consultant, admin } = stage.firm.users;
    const hidden = await aHiddenSearch(consultant.id);

    await deactivate(consultant.id, { successorId: admin.id });

    expect(await sees('admin', hidden)).toBe(true);
    expect((await tasksOf(hidden)).map(({ assignee }) => assignee)).toEqual([admin.id]);
  });

  it('learns nothing, and breaks nothing, where a colleague takes over', async () => {
    const { consultant, researcher } = stage.firm.users;
    const hidden = await aHiddenSearch(consultant.id, [researcher.id]);

    await deactivate(consultant.id);

    expect([await sees('admin', hidden), await sees('partner', hidden)]).toEqual([false, true]);
    expect((await auditOf(hidden)).map(({ action }) => action)).toEqual(['searches.search_handed_over']);
  });
});

describe('taking an invitation back', () => {
  it('answers alike whether or not the invited have work that the asker cannot see', async () => {
    const other = await aColleague(stage.api.dataSource, stage.firm, { role: 'partner' });
    const [idle, busy] = [(await invite(anAddress())).body, (await invite(anAddress())).body];
    const hidden = await aHiddenSearch(busy.id, [idle.id, busy.id]);
    await stage.api.dataSource.query('delete from search_member where search_id = $1 and user_id = $2', [
      hidden,
      idle.id,
    ]);

    const answers = [await takeBack(idle.id, 'partner'), await takeBack(busy.id, 'partner')];

    const told = answers.map(({ status, body }) => ({
      ...{ status, ...body, id: '', email: '' },
      deactivatedAt: typeof body.deactivatedAt,
    }));
    expect(told[0]).toMatchObject({ status: 200, state: 'deactivated', deactivatedAt: 'string' });
    expect(told[1]).toEqual(told[0]);
    expect([await sees('partner', hidden), await sees('admin', hidden)]).toEqual([false, false]);
    expect((await stage.api.request(other.cookie).get(`/api/searches/${hidden}`)).body.lead.id).toBe(other.id);
  });

  it('gives what an import gave them to a colleague of the asker, and to no partner who asks', async () => {
    const { body } = await invite(anAddress());
    const hidden = await aHiddenSearch(body.id);
    const open = await aSearch(stage.api.dataSource, stage.firm, { leadUserId: body.id });

    expect((await takeBack(body.id, 'partner')).status).toBe(200);

    expect([await sees('partner', hidden), await sees('admin', hidden)]).toEqual([false, true]);
    expect((await as('partner').get(`/api/searches/${open}`)).body.lead.id).toBe(stage.firm.users.admin.id);
    expect((await auditOf(body.id)).at(-1)).toMatchObject({
      action: 'users.invitation_taken_back',
      detail: { to: stage.firm.users.admin.id, searches: 2 },
    });
  });

  it('between the worker taking the mail and sending it leaves no link to send', async () => {
    const { body } = await invite(anAddress());
    const [database, repository] = [stage.api.app.get(Database), stage.api.app.get(InvitationsRepository)];
    const owed = await database.transaction((tx) => repository.takeOwed(tx, 1000));
    const mine = owed.find(({ firmId }) => firmId === stage.firm.id);
    await takeBack(body.id, 'admin');

    const given = await database.transaction((tx) => repository.giveToken(tx, stage.firm.id, mine?.id ?? '', newId()));

    expect([mine?.email, given]).toEqual([body.email, false]);
  });

  it('leaves a partner free to invite them again; what an admin deactivated, an admin reactivates', async () => {
    const [taken, left] = [(await invite(anAddress())).body, (await invite(anAddress())).body];
    await takeBack(taken.id, 'partner');
    await deactivate(left.id);

    expect((await invite(taken.email, { by: 'partner' })).body).toMatchObject({ id: taken.id, state: 'invited' });
    for (const by of ['partner', 'admin'] as const) expectProblem(await invite(left.email, { by }), 409, 'user_known');
    const back = await as('admin').post(`/api/users/${left.id}/reactivate`).send({ version: 2 });
    expect(back.body).toMatchObject({ state: 'invited' });
    await takeBack(left.id, 'partner');
    await as('admin')
      .post(`/api/users/${left.id}/reactivate`)
      .send({ version: back.body.version + 1 });
    await deactivate(left.id, { version: back.body.version + 2 });
    expectProblem(await invite(left.email, { by: 'partner' }), 409, 'user_known');
  });
});

describe('a confidential search of somebody who never joined', () => {
  it('is found by an admin among those that nobody can reach', async () => {
    const { body } = await invite(anAddress());
    const hidden = await aHiddenSearch(body.id);
    const breakGlass = (search?: string) =>
      as('admin').post('/api/searches/break-glass').send({ search, reason: 'They never joined' });

    const opened = await breakGlass();

    expect(opened.body.items).toMatchObject([{ id: hidden }]);
    expect((await tasksOf(hidden)).map(({ assignee }) => assignee)).toEqual([stage.firm.users.admin.id]);
    expect((await breakGlass()).body).toEqual({ items: [] });
  });
});
