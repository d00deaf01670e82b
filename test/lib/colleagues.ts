import PostalMime from 'postal-mime';
import type { Response } from 'supertest';
import type { Role } from '@app/identity/identity.types.js';
import { InvitationsService } from '@app/invitations/invitations.service.js';
import { newId } from '@app/platform/database/id.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from '../medium/api.js';
import { MailServer } from './mail-server.js';

export const PASSWORD = 'a horse of quite another colour';

interface Stage {
  mails: MailServer;
  api: TestApi;
  /** a new one for each test */
  firm: TestFirm;
}

/** A firm with an api and a mail server, and what its people do with one another. */
export function aFirmAtWork() {
  const stage = {} as Stage;
  beforeAll(async () => {
    stage.mails = await MailServer.start();
    stage.api = await openTestApi({ SMTP_URL: stage.mails.url, SMTP_REQUIRE_TLS: 'no' });
  });
  afterAll(async () => {
    await stage.api.close();
    await stage.mails.stop();
  });
  beforeEach(async () => {
    stage.firm = await aFirm(stage.api.dataSource);
  });

  const as = (role: Role) => stage.api.request(stage.firm.cookie(role));
  const anAddress = () => `invited-${newId()}@firm.example`;
  const invite = (email: string, { role = 'consultant', by = 'admin' }: { role?: Role; by?: Role } = {}) =>
    as(by).post('/api/users').send({ name: 'Maja Invited', email, role, officeId: stage.firm.officeId });
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
      .send({ version: 1, successorId: stage.firm.users.partner.id, ...body });
  const mailTo = (email: string) =>
    PostalMime.parse(stage.mails.received.filter(({ to }) => to.includes(email)).at(-1)?.source ?? '');
  /** The token in the last mail to this address, once the worker has sent what is owed. */
  const tokenFor = async (email: string): Promise<string> => {
    await stage.api.app.get(InvitationsService).sendOwed();
    return /invitation\?token=([\w-]{43})/.exec((await mailTo(email)).text ?? '')?.[1] ?? '';
  };
  const open = (token: string) => stage.api.request().post('/api/invitations/open').send({ token });
  const accept = (token: string, password = PASSWORD) =>
    stage.api.request().post('/api/invitations/accept').send({ token, password });
  const auditOf = async (subjectId: string) =>
    stage.api.dataSource.query<{ action: string; actor: string | null; detail: object }[]>(
      'select action, actor_id as actor, detail from audit_entry where subject_id = $1 order by at, id',
      [subjectId],
    );
  const expectProblem = ({ status, body }: Response, expected: number, code: string) =>
    expect({ status, code: body.code, detail: body.detail }).toEqual({
      status: expected,
      code,
      detail: expect.any(String),
    });

  return {
    stage,
    as,
    anAddress,
    invite,
    listed,
    change,
    deactivate,
    mailTo,
    tokenFor,
    open,
    accept,
    auditOf,
    expectProblem,
  };
}
