import { InvitationsService } from '@app/invitations/invitations.service.js';
import { newId } from '@app/platform/database/id.js';
import { aColleague, aFirm } from '../factories/firm.factory.js';
import { aBrowser } from '../lib/anybody.js';
import { aFirmAtWork } from '../lib/colleagues.js';

const { stage, as, anAddress, invite, listed, change, mailTo, tokenFor, open, accept, auditOf, expectProblem } =
  aFirmAtWork();

describe('inviting', () => {
  it('sends a mail that says who asks, and the link makes a login and signs in', async () => {
    const email = anAddress();

    const invited = await invite(email.toUpperCase());
    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({ email, role: 'consultant', state: 'invited', invitation: { sentAt: null } });
    expect(await stage.api.dataSource.query('select 1 from auth."user" where email = $1', [email])).toEqual([]);

    const token = await tokenFor(email);
    const mail = await mailTo(email);
    expect(mail.subject).toBe('Your invitation to Searchlight');
    expect(mail.text).toContain(`Simulated admin invites you to work with ${stage.firm.name}`);
    expect(mail.text).toContain(`Searchlight · ${stage.firm.name}`);
    expect(mail.html).toContain(`Searchlight · ${stage.firm.name}`);
    expect((await open(token)).body).toEqual({
      firmName: stage.firm.name,
      name: 'Maja Invited',
      email,
      hasPassword: false,
    });

    const joined = await accept(token);
    expect(joined.status).toBe(200);
    const cookie = (joined.headers['set-cookie']?.[0] ?? '').split(';')[0];
    const me = await stage.api.request(cookie).get('/api/me');
    expect(me.body).toMatchObject({ user: { email, role: 'consultant' }, firm: { id: stage.firm.id } });
    expect(await listed(invited.body.id)).toMatchObject({ state: 'active', invitation: null });
    expect((await auditOf(invited.body.id)).map(({ action, actor }) => ({ action, actor }))).toEqual([
      { action: 'users.user_invited', actor: stage.firm.users.admin.id },
      { action: 'users.user_joined', actor: invited.body.id },
      { action: 'auth.signed_in', actor: invited.body.id },
    ]);
  });

  it('is the first a colleague hears of us, also where they ask for a new password before', async () => {
    const email = anAddress();
    await invite(email);
    const asked = await aBrowser(stage.api).post('/api/auth/request-password-reset').send({ email });

    const token = await tokenFor(email);
    await accept(token);

    expect(asked.status).toBe(200);
    const subjects = stage.mails.received
      .filter(({ to }) => to.includes(email))
      .map(({ source }) => /^Subject: (.*)\r$/m.exec(source)?.[1]);
    expect(subjects).toEqual(['Your invitation to Searchlight']);
  });

  it('tells who comes again with the link they joined with to sign in, for a day', async () => {
    const email = anAddress();
    const { body } = await invite(email);
    const token = await tokenFor(email);
    const atOnce = await Promise.all([accept(token), accept(token)]);

    expect(atOnce.map(({ status }) => status).sort()).toEqual([200, 409]);
    expectProblem(await accept(token), 409, 'invitation_used');
    const opened = await open(token);
    expectProblem(opened, 409, 'invitation_used');
    expect(opened.body.detail).toBe('You have already joined with this link. Sign in with your password.');
    expect(await listed(body.id)).toMatchObject({ state: 'active', invitation: null });
    const age = `update invitation set used_at = used_at - interval '25 hours' where user_id = $1`;
    await stage.api.dataSource.query(age, [body.id]);
    expectProblem(await open(token), 404, 'invitation_spent');
  });

  it('is ended by leaving, also the memory of its link', async () => {
    const email = anAddress();
    const { body } = await invite(email);
    const token = await tokenFor(email);
    await accept(token);

    await as('admin')
      .post(`/api/users/${body.id}/deactivate`)
      .send({ version: 2, successorId: stage.firm.users.partner.id });

    expectProblem(await open(token), 404, 'invitation_spent');
  });

  it('ends signed in, whoever has been guessing at the address', async () => {
    const email = anAddress();
    await invite(email);
    const token = await tokenFor(email);
    const guess = () =>
      stage.api.request().post('/api/auth/sign-in/email').send({ email, password: 'a guess of many' });
    const guesses = [];
    for (let i = 0; i < 7; i += 1) guesses.push((await guess()).status);
    expect(guesses.at(-1)).toBe(429);

    const joined = await accept(token);

    expect(joined.status).toBe(200);
    const cookie = (joined.headers['set-cookie']?.[0] ?? '').split(';')[0];
    expect((await stage.api.request(cookie).get('/api/me')).body).toMatchObject({ user: { email } });
  });

  it('keeps the hash of a link alone, for seven days', async () => {
    const email = anAddress();
    const { body } = await invite(email);
    const token = await tokenFor(email);

    const [row] = await stage.api.dataSource.query('select * from invitation where user_id = $1', [body.id]);
    expect(JSON.stringify(row)).not.toContain(token);
    const days = (row.expires_at.getTime() - row.sent_at.getTime()) / 86_400_000;
    expect(days).toBeCloseTo(7, 2);
    await stage.api.dataSource.query(`update invitation set expires_at = now() where user_id = $1`, [body.id]);
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
    const service = stage.api.app.get(InvitationsService);
    await Promise.all([service.sendOwed(), service.sendOwed()]);

    expect(stage.mails.received.filter(({ to }) => to.includes(email))).toHaveLength(1);
    expect(await service.sendOwed()).toBe(0);
  });

  it('asked for again and again fills nobody’s mailbox, and the last is sent when it may', async () => {
    const email = anAddress();
    const { body } = await invite(email);
    for (let again = 0; again < 11; again += 1) {
      await stage.api.app.get(InvitationsService).sendOwed();
      expect((await as('admin').post(`/api/users/${body.id}/invitation`)).status).toBe(200);
    }
    await stage.api.app.get(InvitationsService).sendOwed();

    expect(stage.mails.received.filter(({ to }) => to.includes(email))).toHaveLength(10);
    expect(await listed(body.id)).toMatchObject({ invitation: { sentAt: null, refused: false } });
    const [owed] = await stage.api.dataSource.query<{ tries: number; later: boolean }[]>(
      `select tries, next_try_at > now() + interval '1 minute' as later from invitation where user_id = $1`,
      [body.id],
    );
    expect(owed).toEqual({ tries: 0, later: true });
  });

  it('lets somebody with a password at another firm join with it, and with no other', async () => {
    const email = anAddress();
    await invite(email);
    expect((await accept(await tokenFor(email))).status).toBe(200);
    const first = stage.firm;
    stage.firm = await aFirm(stage.api.dataSource);
    const invited = await invite(email, { role: 'partner' });
    const token = await tokenFor(email);

    expect((await open(token)).body).toMatchObject({ firmName: stage.firm.name, hasPassword: true });
    expectProblem(await accept(token, 'not the password they have'), 401, 'wrong_credentials');
    const joined = await accept(token);

    const cookie = (joined.headers['set-cookie']?.[0] ?? '').split(';')[0];
    const me = await stage.api.request(cookie).get('/api/me');
    expect(me.body).toMatchObject({ user: { id: invited.body.id, role: 'partner' }, firm: { id: stage.firm.id } });
    expect((await auditOf(invited.body.id)).map(({ action }) => action)).toEqual([
      ...['users.user_invited', 'users.user_joined', 'auth.signed_in'],
    ]);
    const rows = await stage.api.dataSource.query('select distinct auth_user_id from firm_user where email = $1', [
      email,
    ]);
    expect(rows).toHaveLength(1);
    expect(first.id).not.toBe(stage.firm.id);
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
    expectProblem(await invite(stage.firm.users.researcher.email), 409, 'user_known');
    const unknown = { name: 'Nobody', email: anAddress(), role: 'researcher', officeId: newId() };
    expectProblem(await as('admin').post('/api/users').send(unknown), 400, 'unknown_office');
    expectProblem(
      await as('admin').post(`/api/users/${stage.firm.users.partner.id}/invitation`),
      409,
      'user_not_invited',
    );
    const stranger = await aFirm(stage.api.dataSource);
    expectProblem(await as('admin').post(`/api/users/${stranger.users.partner.id}/invitation`), 404, 'user_not_found');
  });

  it('is given up when the mail server says no for good, and says so', async () => {
    const { body } = await invite(anAddress());
    stage.mails.nextFault = () => '550 at RCPT';
    await stage.api.app.get(InvitationsService).sendOwed();
    stage.mails.nextFault = () => null;

    expect(await listed(body.id)).toMatchObject({ invitation: { sentAt: null, refused: true } });
  });
});

describe('changing somebody', () => {
  it('gives a role and an office, audited, against the version that was seen', async () => {
    const { id } = stage.firm.users.researcher;

    const changed = await change(id, { role: 'consultant' });

    expect(changed.body).toMatchObject({ id, role: 'consultant', version: 2 });
    expect(await auditOf(id)).toEqual([
      {
        action: 'users.user_changed',
        actor: stage.firm.users.admin.id,
        detail: { changed: ['role'], role: { from: 'researcher', to: 'consultant' } },
      },
    ]);
    const stale = await change(id, { name: 'Too late' });
    expectProblem(stale, 409, 'stale_version');
    expect(stale.body.current).toMatchObject({ id, role: 'consultant', version: 2 });
  });

  it('is heeded by a session at once', async () => {
    await as('partner').get('/api/me');
    await change(stage.firm.users.partner.id, { role: 'researcher' });

    expectProblem(await invite(anAddress(), { by: 'partner' }), 403, 'not_allowed');
  });

  it('refuses whom it has to', async () => {
    expectProblem(await change(stage.firm.users.researcher.id, { role: 'partner' }, 'partner'), 403, 'not_allowed');
    expectProblem(await change(stage.firm.users.researcher.id, { name: 'X' }, 'consultant'), 403, 'not_allowed');
    expectProblem(await change(stage.firm.users.admin.id, { role: 'partner' }), 409, 'oneself');
    expectProblem(await change(newId(), { name: 'X' }), 404, 'user_not_found');
    expect((await change(stage.firm.users.researcher.id, { name: 'New Name' }, 'partner')).body.name).toBe('New Name');
  });

  it('leaves one of two admins who take each other’s role', async () => {
    const other = await aColleague(stage.api.dataSource, stage.firm, { role: 'admin' });
    const by = (cookie: string, id: string) =>
      stage.api.request(cookie).patch(`/api/users/${id}`).send({ version: 1, role: 'researcher' });

    const answers = await Promise.all([
      by(stage.firm.cookie('admin'), other.id),
      by(other.cookie, stage.firm.users.admin.id),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const admins = `select count(*)::int as count from firm_user where firm_id = $1 and role = 'admin'`;
    expect(await stage.api.dataSource.query(admins, [stage.firm.id])).toEqual([{ count: 1 }]);
  });
});
