import PostalMime from 'postal-mime';
import type { Response } from 'supertest';
import type { Role } from '@app/identity/identity.types.js';
import { InvitationsService } from '@app/invitations/invitations.service.js';
import { newId } from '@app/platform/database/id.js';
import { aColleague, aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aFlag } from '../factories/flag.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { MailServer } from '../lib/mail-server.js';
import { openTestApi, type TestApi } from './api.js';

const PASSWORD = 'a horse of quite another colour';

let mails: MailServer;
let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  mails = await MailServer.start();
  api = await openTestApi({ SMTP_URL: mails.url, SMTP_REQUIRE_TLS: 'no' });
});
afterAll(async () => {
  await api.close();
  await mails.stop();
});
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
});

const as = (role: Role) => api.request(firm.cookie(role));
const anAddress = () => `invited-${newId()}@firm.example`;
const invite = (email: string, { role = 'consultant', by = 'admin' }: { role?: Role; by?: Role } = {}) =>
  as(by).post('/api/users').send({ name: 'Maja Invited', email, role, officeId: firm.officeId });
const listed = async (id: string, by: Role = 'admin') =>
  ((await as(by).get('/api/users')).body as { items: { id: string; version: number; state: string }[] }).items.find(
    (user) => user.id === id,
  );
const change = (id: string, body: object, by: Role = 'admin') =>
  as(by)
    .patch(`/api/users/${id}`)
    .send({ version: 1, ...body });
const deactivate = (id: string, body: object = {}, by: Role = 'admin') =>
  as(by)
    .post(`/api/users/${id}/deactivate`)
    .send({ version: 1, successorId: firm.users.partner.id, ...body });
const mailTo = (email: string) =>
  PostalMime.parse(mails.received.filter(({ to }) => to.includes(email)).at(-1)?.source ?? '');
/** The token in the last mail to this address, once the worker has sent what is owed. */
const tokenFor = async (email: string): Promise<string> => {
  await api.app.get(InvitationsService).sendOwed();
  return /invitation\?token=([\w-]{43})/.exec((await mailTo(email)).text ?? '')?.[1] ?? '';
};
const open = (token: string) => api.request().post('/api/invitations/open').send({ token });
const accept = (token: string, password = PASSWORD) =>
  api.request().post('/api/invitations/accept').send({ token, password });
const auditOf = async (subjectId: string) =>
  api.dataSource.query<{ action: string; actor: string | null; detail: object }[]>(
    'select action, actor_id as actor, detail from audit_entry where subject_id = $1 order by at, id',
    [subjectId],
  );
const expectProblem = ({ status, body }: Response, expected: number, code: string) =>
  expect({ status, code: body.code, detail: body.detail }).toEqual({
    status: expected,
    code,
    detail: expect.any(String),
  });

describe('inviting', () => {
  it('sends a mail that says who asks, and the link makes a login and signs in', async () => {
    const email = anAddress();

    const invited = await invite(email.toUpperCase());
    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({ email, role: 'consultant', state: 'invited', invitation: { sentAt: null } });
    expect(await api.dataSource.query('select 1 from auth."user" where email = $1', [email])).toEqual([]);

    const token = await tokenFor(email);
    const mail = await mailTo(email);
    expect(mail.subject).toBe('Your invitation to Searchlight');
    expect(mail.text).toContain(`Simulated admin invites you to work with ${firm.name}`);
    expect((await open(token)).body).toEqual({ firmName: firm.name, name: 'Maja Invited', email, hasPassword: false });

    const joined = await accept(token);
    expect(joined.status).toBe(200);
    const cookie = (joined.headers['set-cookie']?.[0] ?? '').split(';')[0];
    const me = await api.request(cookie).get('/api/me');
    expect(me.body).toMatchObject({ user: { email, role: 'consultant' }, firm: { id: firm.id } });
    expect(await listed(invited.body.id)).toMatchObject({ state: 'active', invitation: null });
    expectProblem(await accept(token), 404, 'invitation_spent');
    expect((await auditOf(invited.body.id)).map(({ action, actor }) => ({ action, actor }))).toEqual([
      { action: 'users.user_invited', actor: firm.users.admin.id },
      { action: 'users.user_joined', actor: invited.body.id },
    ]);
  });

  it('keeps the hash of a link alone, for seven days', async () => {
    const email = anAddress();
    const { body } = await invite(email);
    const token = await tokenFor(email);

    const [row] = await api.dataSource.query('select * from invitation where user_id = $1', [body.id]);
    expect(JSON.stringify(row)).not.toContain(token);
    const days = (row.expires_at.getTime() - row.sent_at.getTime()) / 86_400_000;
    expect(days).toBeCloseTo(7, 2);
    await api.dataSource.query(`update invitation set expires_at = now() where user_id = $1`, [body.id]);
    expectProblem(await open(token), 404, 'invitation_spent');
    expectProblem(await accept(token), 404, 'invitation_spent');
    expect(await listed(body.id)).toMatchObject({ invitation: { expired: true } });
  });

  it('again makes the first link worth nothing', async () => {
    const email = anAddress();
    const { body } = await invite(email);
    const first = await tokenFor(email);

    expect((await as('partner').post(`/api/users/${body.id}/invitation`)).status).toBe(200);
    expectProblem(await open(first), 404, 'invitation_spent');
    const second = await tokenFor(email);

    expect(second).not.toBe(first);
    expectProblem(await accept(first), 404, 'invitation_spent');
    expect((await accept(second)).status).toBe(200);
  });

  it('can be taken back, and the same address invited anew', async () => {
    const email = anAddress();
    const { body } = await invite(email);
    const token = await tokenFor(email);

    const taken = await as('partner').delete(`/api/users/${body.id}/invitation`);
    expect(taken.body).toMatchObject({ state: 'deactivated', invitation: null });
    expectProblem(await accept(token), 404, 'invitation_spent');

    const anew = await invite(email, { role: 'researcher' });
    expect(anew.body).toMatchObject({ id: body.id, role: 'researcher', state: 'invited' });
    expect((await accept(await tokenFor(email))).status).toBe(200);
  });

  it('sent by two workers at once leaves one link that works', async () => {
    const email = anAddress();
    await invite(email);
    const service = api.app.get(InvitationsService);
    await Promise.all([service.sendOwed(), service.sendOwed()]);

    expect(mails.received.filter(({ to }) => to.includes(email))).toHaveLength(1);
    expect(await service.sendOwed()).toBe(0);
  });

  it('lets somebody with a password at another firm join with it, and with no other', async () => {
    const email = anAddress();
    await invite(email);
    expect((await accept(await tokenFor(email))).status).toBe(200);
    const first = firm;
    firm = await aFirm(api.dataSource);
    const invited = await invite(email, { role: 'partner' });
    const token = await tokenFor(email);

    expect((await open(token)).body).toMatchObject({ firmName: firm.name, hasPassword: true });
    expectProblem(await accept(token, 'not the password they have'), 401, 'wrong_credentials');
    const joined = await accept(token);

    const cookie = (joined.headers['set-cookie']?.[0] ?? '').split(';')[0];
    const me = await api.request(cookie).get('/api/me');
    expect(me.body).toMatchObject({ user: { id: invited.body.id, role: 'partner' }, firm: { id: firm.id } });
    const rows = await api.dataSource.query('select distinct auth_user_id from firm_user where email = $1', [email]);
    expect(rows).toHaveLength(1);
    expect(first.id).not.toBe(firm.id);
  });

  it('takes no password that is easily guessed, and keeps the link', async () => {
    const email = anAddress();
    await invite(email);
    const token = await tokenFor(email);

    expectProblem(await accept(token, 'password1234'), 400, 'password_refused');
    expect((await accept(token)).status).toBe(200);
  });

  it('is for partners and admins, and nobody gives more than they have', async () => {
    expectProblem(await invite(anAddress(), { by: 'consultant' }), 403, 'not_allowed');
    expectProblem(await invite(anAddress(), { by: 'partner', role: 'admin' }), 403, 'not_allowed');
    const admin = await invite(anAddress(), { role: 'admin' });
    expectProblem(await as('partner').post(`/api/users/${admin.body.id}/invitation`), 403, 'not_allowed');
    expectProblem(await as('partner').delete(`/api/users/${admin.body.id}/invitation`), 403, 'not_allowed');
  });

  it('says in which way an address is known already', async () => {
    const email = anAddress();
    await invite(email);

    expectProblem(await invite(email), 409, 'user_known');
    expectProblem(await invite(firm.users.researcher.email), 409, 'user_known');
    const unknown = { name: 'Nobody', email: anAddress(), role: 'researcher', officeId: newId() };
    expectProblem(await as('admin').post('/api/users').send(unknown), 400, 'unknown_office');
    expectProblem(await as('admin').post(`/api/users/${firm.users.partner.id}/invitation`), 409, 'user_not_invited');
    const stranger = await aFirm(api.dataSource);
    expectProblem(await as('admin').post(`/api/users/${stranger.users.partner.id}/invitation`), 404, 'user_not_found');
  });

  it('is given up when the mail server says no for good, and says so', async () => {
    const { body } = await invite(anAddress());
    mails.nextFault = () => '550 at RCPT';
    await api.app.get(InvitationsService).sendOwed();
    mails.nextFault = () => null;

    expect(await listed(body.id)).toMatchObject({ invitation: { sentAt: null, refused: true } });
  });
});

describe('changing somebody', () => {
  it('gives a role and an office, audited, against the version that was seen', async () => {
    const { id } = firm.users.researcher;

    const changed = await change(id, { role: 'consultant' });

    expect(changed.body).toMatchObject({ id, role: 'consultant', version: 2 });
    expect(await auditOf(id)).toEqual([
      {
        action: 'users.user_changed',
        actor: firm.users.admin.id,
        detail: { changed: ['role'], role: { from: 'researcher', to: 'consultant' } },
      },
    ]);
    const stale = await change(id, { name: 'Too late' });
    expectProblem(stale, 409, 'stale_version');
    expect(stale.body.current).toMatchObject({ id, role: 'consultant', version: 2 });
  });

  it('is heeded by a session at once', async () => {
    await as('partner').get('/api/me');
    await change(firm.users.partner.id, { role: 'researcher' });

    expectProblem(await invite(anAddress(), { by: 'partner' }), 403, 'not_allowed');
  });

  it('refuses whom it has to', async () => {
    expectProblem(await change(firm.users.researcher.id, { role: 'partner' }, 'partner'), 403, 'not_allowed');
    expectProblem(await change(firm.users.researcher.id, { name: 'X' }, 'consultant'), 403, 'not_allowed');
    expectProblem(await change(firm.users.admin.id, { role: 'partner' }), 409, 'oneself');
    expectProblem(await change(newId(), { name: 'X' }), 404, 'user_not_found');
    expect((await change(firm.users.researcher.id, { name: 'New Name' }, 'partner')).body.name).toBe('New Name');
  });

  it('leaves one of two admins who take each other’s role', async () => {
    const other = await aColleague(api.dataSource, firm, { role: 'admin' });
    const by = (cookie: string, id: string) =>
      api.request(cookie).patch(`/api/users/${id}`).send({ version: 1, role: 'researcher' });

    const answers = await Promise.all([by(firm.cookie('admin'), other.id), by(other.cookie, firm.users.admin.id)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const admins = `select count(*)::int as count from firm_user where firm_id = $1 and role = 'admin'`;
    expect(await api.dataSource.query(admins, [firm.id])).toEqual([{ count: 1 }]);
  });
});

describe('deactivating', () => {
  const grant = async (sql: string, ...values: unknown[]) => api.dataSource.query(sql, [firm.id, ...values]);

  it('hands over every search, open task, flag and deputy role in one step, hidden ones too, and tells only counts of what is seen', async () => {
    const { consultant, partner, researcher, admin } = firm.users;
    const led = await aSearch(api.dataSource, firm, { leadUserId: consultant.id, memberIds: [consultant.id] });
    const hidden = await aSearch(api.dataSource, firm, { leadUserId: consultant.id, confidential: true });
    const helped = await aSearch(api.dataSource, firm, { memberIds: [consultant.id] });
    const flag = await aFlag(api.dataSource, firm.id, led);
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

  it('shuts every door: session, password, reset link, invitation, mails and their links, pickers', async () => {
    const email = anAddress();
    const invited = await invite(email);
    const joined = await accept(await tokenFor(email));
    const cookie = (joined.headers['set-cookie']?.[0] ?? '').split(';')[0];
    const { id } = invited.body as { id: string };
    await api.request().post('/api/auth/request-password-reset').send({ email });

    expect((await deactivate(id, { version: 2 })).status).toBe(200);

    expectProblem(await api.request(cookie).get('/api/me'), 401, 'not_signed_in');
    const again = api.request();
    await again.post('/api/auth/sign-in/email').send({ email, password: PASSWORD });
    expectProblem(await again.get('/api/me'), 401, 'not_signed_in');
    expect(
      await api.dataSource.query(
        'select 1 from auth.verification v join auth."user" u on u.id = v.value where u.email = $1',
        [email],
      ),
    ).toEqual([]);
    expect(await api.dataSource.query('select 1 from mail_recipient where user_id = $1', [id])).toEqual([]);
    expect(await api.dataSource.query('select 1 from search_reader where user_id = $1', [id])).toEqual([]);
    expect(await api.dataSource.query('select 1 from duty_now where user_id = $1 or duty_user_id = $1', [id])).toEqual(
      [],
    );

    const searchId = await aSearch(api.dataSource, firm);
    const flag = await aFlag(api.dataSource, firm.id, searchId);
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
    expectProblem(await deactivate(firm.users.consultant.id, { successorId: id }), 400, 'successor_refused');
    expectProblem(await as('admin').post(`/api/users/${id}/invitation`), 409, 'user_not_invited');
    expectProblem(await change(id, { version: 3, name: 'X' }), 409, 'user_deactivated');
  });

  it('of somebody who never joined ends the invitation; reactivated they are asked again', async () => {
    const email = anAddress();
    const { body } = await invite(email);
    const token = await tokenFor(email);
    await aSearch(api.dataSource, firm, { leadUserId: body.id });

    expectProblem(await as('admin').delete(`/api/users/${body.id}/invitation`), 409, 'user_has_work');
    expect((await deactivate(body.id)).status).toBe(200);
    expectProblem(await accept(token), 404, 'invitation_spent');

    const back = await as('admin').post(`/api/users/${body.id}/reactivate`).send({ version: 2 });
    expect(back.body).toMatchObject({ state: 'invited', invitation: { sentAt: null } });
    expect((await accept(await tokenFor(email))).status).toBe(200);
  });

  it('can be undone: they sign in again, and what they handed over stays where it is', async () => {
    const searchId = await aSearch(api.dataSource, firm, { leadUserId: firm.users.consultant.id });
    await deactivate(firm.users.consultant.id);

    const back = await as('admin').post(`/api/users/${firm.users.consultant.id}/reactivate`).send({ version: 2 });

    expect(back.body).toMatchObject({ state: 'active', role: 'consultant', deactivatedAt: null });
    expect((await as('partner').get(`/api/searches/${searchId}`)).body.lead.id).toBe(firm.users.partner.id);
    expect((await auditOf(firm.users.consultant.id)).map(({ action }) => action)).toEqual([
      'users.user_deactivated',
      'users.user_reactivated',
    ]);
  });

  it('is for admins, not of oneself, not twice, and against the version that was seen', async () => {
    const { consultant, partner, admin } = firm.users;
    expectProblem(
      await deactivate(consultant.id, { successorId: firm.users.researcher.id }, 'partner'),
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
    const { consultant } = firm.users;
    const searches = await Promise.all(Array.from({ length: 6 }, () => aSearch(api.dataSource, firm)));
    const give = (id: string) =>
      as('partner').patch(`/api/searches/${id}`).send({ version: 1, leadUserId: consultant.id });

    const answers = await Promise.all([
      ...searches.slice(0, 3).map(give),
      deactivate(consultant.id, { successorId: firm.users.researcher.id }),
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
