import { newId } from '@app/platform/database/id.js';
import { aFlag } from '../factories/flag.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { aFirmAtWork, PASSWORD } from '../lib/colleagues.js';

const { stage, as, anAddress, invite, change, deactivate, tokenFor, accept, auditOf, expectProblem } = aFirmAtWork();

describe('deactivating', () => {
  const grant = async (sql: string, ...values: unknown[]) =>
    stage.api.dataSource.query(sql, [stage.firm.id, ...values]);

  it('hands over every search, open task, flag and deputy role in one step, hidden ones too, and tells only counts of what is seen', async () => {
    const { consultant, partner, researcher, admin } = stage.firm.users;
    const led = await aSearch(stage.api.dataSource, stage.firm, {
      leadUserId: consultant.id,
      memberIds: [consultant.id],
    });
    const hidden = await aSearch(stage.api.dataSource, stage.firm, { leadUserId: consultant.id, confidential: true });
    const helped = await aSearch(stage.api.dataSource, stage.firm, { memberIds: [consultant.id] });
    const flag = await aFlag(stage.api.dataSource, stage.firm.id, led);
    await grant(
      `update stall_flag set assigned_to = $2, acknowledged_at = now(), acknowledged_by = $2, acknowledge_reason = 'mine' where firm_id = $1 and id = $3`,
      consultant.id,
      flag,
    );
    const task = await as('consultant')
      .post('/api/tasks')
      .send({ title: 'Call', dueAt: '2030-01-01T09:00:00Z', searchId: hidden });
    const done = await as('consultant').post('/api/tasks').send({ title: 'Done', dueAt: '2030-01-01T09:00:00Z' });
    await as('consultant').post(`/api/tasks/${done.body.id}/done`).send({ version: 1 });
    const away = { userId: researcher.id, deputyUserId: consultant.id, firstDay: '2030-01-01', lastDay: '2030-01-05' };
    expect((await as('admin').post('/api/absences').send(away)).status).toBe(201);

    const preview = await as('admin').get(`/api/users/${consultant.id}/hand-over`);
    expect(preview.body).toEqual({ searches: 2, tasks: 0, flags: 1, deputyFor: 1, suggestedUserId: partner.id });
    const left = await deactivate(consultant.id);

    expect(left.status).toBe(200);
    expect(left.body).toMatchObject({ state: 'deactivated', deactivatedAt: expect.any(String), version: 2 });
    const leads = await grant('select id from search where firm_id = $1 and lead_user_id = $2', partner.id);
    expect(leads.map(({ id }: { id: string }) => id).sort()).toEqual([led, hidden, helped].sort());
    expect(await grant('select 1 from search_member where firm_id = $1 and user_id = $2', consultant.id)).toEqual([]);
    expect((await as('admin').get(`/api/searches/${hidden}`)).status).toBe(404);
    expect((await as('partner').get(`/api/searches/${hidden}`)).body).toMatchObject({ lead: { id: partner.id } });
    expect((await as('partner').get(`/api/tasks?searchId=${hidden}`)).body.items).toMatchObject([
      { assignee: { id: partner.id } },
    ]);
    expect(await grant('select assignee_id as id from task where firm_id = $1 and id = $2', done.body.id)).toEqual([
      { id: consultant.id },
    ]);
    expect(
      await grant(
        'select assigned_to as assigned, acknowledged_at as at from stall_flag where firm_id = $1 and id = $2',
        flag,
      ),
    ).toEqual([{ assigned: partner.id, at: null }]);
    expect(await grant('select deputy_user_id as id from absence where firm_id = $1')).toEqual([{ id: partner.id }]);
    expect(await auditOf(consultant.id)).toMatchObject([
      {
        action: 'users.user_deactivated',
        actor: admin.id,
        detail: { to: partner.id, searches: 3, tasks: 1, flags: 1, deputyFor: 1 },
      },
    ]);
    expect(await auditOf(hidden)).toMatchObject([
      { action: 'searches.search_handed_over', detail: { as: 'lead', from: consultant.id, to: partner.id } },
    ]);
    expect(await auditOf(task.body.id)).toMatchObject([
      {},
      { action: 'activities.task_changed', detail: { assigneeId: partner.id } },
    ]);
    const announced = await grant(`select fact from outbox where firm_id = $1 and subject_id = any($2) order by fact`, [
      led,
      hidden,
      helped,
    ]);
    expect(announced).toHaveLength(3);
  });

  it('ends every access: session, password, reset link, invitation, mails and their links, pickers', async () => {
    const email = anAddress();
    const invited = await invite(email);
    const joined = await accept(await tokenFor(email));
    const cookie = (joined.headers['set-cookie']?.[0] ?? '').split(';')[0];
    const { id } = invited.body as { id: string };
    await stage.api.request().post('/api/auth/request-password-reset').send({ email });

    expect((await deactivate(id, { version: 2 })).status).toBe(200);

    expectProblem(await stage.api.request(cookie).get('/api/me'), 401, 'not_signed_in');
    const again = stage.api.request();
    await again.post('/api/auth/sign-in/email').send({ email, password: PASSWORD });
    expectProblem(await again.get('/api/me'), 401, 'not_signed_in');
    expect(
      await stage.api.dataSource.query(
        'select 1 from auth.verification v join auth."user" u on u.id = v.value where u.email = $1',
        [email],
      ),
    ).toEqual([]);
    expect(await stage.api.dataSource.query('select 1 from mail_recipient where user_id = $1', [id])).toEqual([]);
    expect(await stage.api.dataSource.query('select 1 from search_reader where user_id = $1', [id])).toEqual([]);
    expect(
      await stage.api.dataSource.query('select 1 from duty_now where user_id = $1 or duty_user_id = $1', [id]),
    ).toEqual([]);

    const searchId = await aSearch(stage.api.dataSource, stage.firm);
    const flag = await aFlag(stage.api.dataSource, stage.firm.id, searchId);
    expectProblem(
      await as('partner').post('/api/tasks').send({ title: 'X', dueAt: '2030-01-01T09:00:00Z', assigneeId: id }),
      400,
      'colleague_left',
    );
    expectProblem(
      await as('partner').patch(`/api/searches/${searchId}`).send({ version: 1, leadUserId: id }),
      400,
      'colleague_left',
    );
    expectProblem(
      await as('partner')
        .patch(`/api/searches/${searchId}`)
        .send({ version: 1, teamUserIds: [id] }),
      400,
      'colleague_left',
    );
    expectProblem(
      await as('partner')
        .post('/api/absences')
        .send({ deputyUserId: id, firstDay: '2030-01-01', lastDay: '2030-01-02' }),
      400,
      'colleague_left',
    );
    expectProblem(await as('partner').post(`/api/flags/${flag}/assign`).send({ userId: id }), 400, 'unknown_assignee');
    expectProblem(await deactivate(stage.firm.users.consultant.id, { successorId: id }), 400, 'successor_refused');
    expectProblem(await as('admin').post(`/api/users/${id}/invitation`), 409, 'user_not_invited');
    expectProblem(await change(id, { version: 3, name: 'X' }), 409, 'user_deactivated');
  });

  it('of somebody who never joined ends the invitation; reactivated they are asked again', async () => {
    const email = anAddress();
    const { body } = await invite(email);
    const token = await tokenFor(email);
    await aSearch(stage.api.dataSource, stage.firm, { leadUserId: body.id });

    expect((await deactivate(body.id)).status).toBe(200);
    expectProblem(await accept(token), 404, 'invitation_spent');

    const back = await as('admin').post(`/api/users/${body.id}/reactivate`).send({ version: 2 });
    expect(back.body).toMatchObject({ state: 'invited', invitation: { sentAt: null } });
    expect((await accept(await tokenFor(email))).status).toBe(200);
  });

  it('can be undone: they sign in again, and what they handed over stays where it is', async () => {
    const searchId = await aSearch(stage.api.dataSource, stage.firm, { leadUserId: stage.firm.users.consultant.id });
    await deactivate(stage.firm.users.consultant.id);

    const back = await as('admin').post(`/api/users/${stage.firm.users.consultant.id}/reactivate`).send({ version: 2 });

    expect(back.body).toMatchObject({ state: 'active', role: 'consultant', deactivatedAt: null });
    expect((await as('partner').get(`/api/searches/${searchId}`)).body.lead.id).toBe(stage.firm.users.partner.id);
    expect((await auditOf(stage.firm.users.consultant.id)).map(({ action }) => action)).toEqual([
      'users.user_deactivated',
      'users.user_reactivated',
    ]);
  });

  it('is for admins, not of oneself, not twice, and against the version that was seen', async () => {
    const { consultant, partner, admin } = stage.firm.users;
    expectProblem(
      await deactivate(consultant.id, { successorId: stage.firm.users.researcher.id }, 'partner'),
      403,
      'not_allowed',
    );
    expectProblem(await as('partner').get(`/api/users/${consultant.id}/hand-over`), 403, 'not_allowed');
    expectProblem(await deactivate(admin.id), 409, 'oneself');
    expectProblem(await deactivate(partner.id), 400, 'successor_refused');
    expectProblem(await deactivate(consultant.id, { successorId: newId() }), 400, 'successor_refused');
    expectProblem(await deactivate(consultant.id, { version: 7 }), 409, 'stale_version');
    expect((await deactivate(consultant.id)).status).toBe(200);
    expectProblem(await deactivate(consultant.id, { version: 2 }), 409, 'user_deactivated');
  });

  it('at the moment somebody is given a search leaves no search with a leaver', async () => {
    const { consultant } = stage.firm.users;
    const searches = await Promise.all(Array.from({ length: 6 }, () => aSearch(stage.api.dataSource, stage.firm)));
    const give = (id: string) =>
      as('partner').patch(`/api/searches/${id}`).send({ version: 1, leadUserId: consultant.id });

    const answers = await Promise.all([
      ...searches.slice(0, 3).map(give),
      deactivate(consultant.id, { successorId: stage.firm.users.researcher.id }),
      ...searches.slice(3).map(give),
    ]);

    expect(answers[3]?.status).toBe(200);
    const left = await grant(
      `select 1 from search s where firm_id = $1 and (lead_user_id = $2 or exists (
         select 1 from search_member m where m.firm_id = s.firm_id and m.search_id = s.id and m.user_id = $2))`,
      consultant.id,
    );
    expect(left).toEqual([]);
  });
});
