import supertest from 'supertest';
import { aClient, aContact } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';
import { SubscriptionsService } from '@app/notifications/subscriptions.service.js';
import type { UnsubscribeLink } from '@app/notifications/notifications.types.js';
import { newId } from '@app/platform/database/id.js';

let api: TestApi;
let firm: TestFirm;

beforeAll(async () => {
  api = await openTestApi();
});

beforeEach(async () => {
  firm = await aFirm(api.dataSource);
});

afterAll(() => api.close());

const SETTINGS = '/api/me/notification-settings';
const as = (role: 'partner' | 'consultant') => api.request(firm.cookie(role));

async function aReminder(
  role: 'partner' | 'consultant',
  state: string | null,
  dueAt = '2026-11-16T09:00:00Z',
): Promise<string> {
  const [id, taskId, deliveryId] = [newId(), newId(), newId()];
  const userId = firm.users[role].id;
  await api.dataSource.query(
    `insert into task (firm_id, id, title, due_at, assignee_id) values ($1, $2, 'Call the referees', $3, $4)`,
    [firm.id, taskId, dueAt, userId],
  );
  if (state) {
    await api.dataSource.query(
      `insert into delivery (firm_id, id, form, recipient_id, message_id, due_at, not_before, state)
       values ($1, $2, 'notices', $3, $4, $5, $5, $6)`,
      [firm.id, deliveryId, userId, `<em.${deliveryId}@firm.example>`, dueAt, state],
    );
  }
  await api.dataSource.query(
    `insert into reminder (firm_id, id, kind, recipient_id, subject_type, subject_id, occurrence_key, due_at, mode, delivery_id)
     values ($1, $2, 'task_due', $3, 'task', $4, $5, $6, 'immediate', $7)`,
    [firm.id, id, userId, taskId, `task/${taskId}/${Date.parse(dueAt) / 1000}`, dueAt, state ? deliveryId : null],
  );
  return id;
}

describe('notification settings', () => {
  it('are the defaults at first, and what was chosen afterwards', async () => {
    const first = await as('partner').get(SETTINGS).expect(200);
    expect(first.body).toMatchObject({ version: 0, quietFrom: '20:00', quietTo: '07:00', timeZone: 'Europe/Berlin' });

    await as('partner')
      .patch(SETTINGS)
      .send({ version: 0, quietFrom: '22:15', modes: { task_due: 'off', flag_raised: 'digest' } })
      .expect(200);

    const { body } = await as('partner').get(SETTINGS).expect(200);
    expect(body).toMatchObject({ version: 1, quietFrom: '22:15', quietTo: '07:00' });
    const modes = Object.fromEntries(body.kinds.map(({ kind, mode }: { kind: string; mode: string }) => [kind, mode]));
    expect(modes).toMatchObject({ task_due: 'off', flag_raised: 'digest', check_in_due: 'digest' });
  });

  it('are not saved over somebody else', async () => {
    const save = (digestAt: string) => as('partner').patch(SETTINGS).send({ version: 0, digestAt });

    const answers = await Promise.all(['08:00', '09:00', '10:00'].map(save));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await as('partner').patch(SETTINGS).send({ version: 0, digestAt: '11:00' }).expect(409);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a time that does not exist', { quietFrom: '24:00' }],
    ['null', { digestAt: null }],
    ['a kind that does not exist', { modes: { nonsense: 'off' } }],
    ['a mode that does not exist', { modes: { task_due: 'sometimes' } }],
    ['a digest in the digest', { modes: { daily_digest: 'digest' } }],
    ['a list', { modes: ['off'] }],
    ['somebody else', { userId: newId() }],
  ])('refuse %s', async (_title, input) => {
    const { body } = await as('partner')
      .patch(SETTINGS)
      .send({ version: 0, ...input })
      .expect(400);

    expect(body.detail).toBeTruthy();
  });

  it('need somebody signed in', async () => {
    await api.request().get(SETTINGS).expect(401);
    await api.request().get('/api/me/reminders').expect(401);
  });

  it('take what is switched off out of what waits', async () => {
    const id = await aReminder('consultant', null);

    await as('consultant')
      .patch(SETTINGS)
      .send({ version: 0, modes: { task_due: 'off' } })
      .expect(200);

    const { body } = await as('consultant').get('/api/me/reminders').expect(200);
    expect(body.items).toMatchObject([{ id, mail: 'no_mail', sentence: 'Call the referees' }]);
  });
});

describe("one's own reminders", () => {
  it.each([
    ['sent', 'sent', null],
    ['pending', 'waits', null],
    ['uncertain', 'uncertain', 'This email may not have arrived.'],
  ])('say that a %s mail is %s', async (state, mail, mailSentence) => {
    await aReminder('consultant', state);

    const { body } = await as('consultant').get('/api/me/reminders').expect(200);

    expect(body.items).toMatchObject([{ kind: 'task_due', mail, mailSentence, seenAt: null }]);
  });

  it('come page by page, the latest first, and only to whom they are for', async () => {
    const ids = [];
    for (let day = 10; day < 15; day += 1)
      ids.unshift(await aReminder('consultant', 'sent', `2026-11-${day}T09:00:00Z`));
    await aReminder('partner', 'sent');

    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await as('consultant')
        .get(`/api/me/reminders?limit=2${after && `&after=${after}`}`)
        .expect(200);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      after = body.next ?? '';
    } while (after);

    expect(seen).toEqual(ids);
  });

  it('are marked as seen, one or all, and nobody else can', async () => {
    const [first] = [await aReminder('consultant', 'sent'), await aReminder('consultant', 'sent')];
    const mark = (role: 'partner' | 'consultant', body: object) => as(role).post('/api/me/reminders/seen').send(body);

    await mark('partner', { ids: [first] }).expect(200);
    expect((await as('consultant').get('/api/me/reminders/unseen')).body).toEqual({ unseen: 2 });
    expect((await mark('consultant', { ids: [first] })).body).toEqual({ unseen: 1 });
    expect((await mark('consultant', {})).body).toEqual({ unseen: 0 });
  });
});

/** As a mail program: from no page and without a session. */
const stranger = () => supertest(api.app.getHttpServer());
const tokenOf = (link: UnsubscribeLink): string =>
  new URL(api.app.get(SubscriptionsService).unsubscribePage(link)).searchParams.get('token') ?? '';
const lookAt = async (token: string) => (await stranger().get(`/api/unsubscribe?token=${token}`).expect(200)).body;
const click = (token: string) =>
  stranger().post(`/unsubscribe?token=${token}`).type('form').send('List-Unsubscribe=One-Click');
const choose = (token: string, subscribed: boolean) => stranger().put('/api/unsubscribe').send({ token, subscribed });

describe('one click', () => {
  const token = () => tokenOf({ kind: 'pipeline_health', firmId: firm.id, personId: firm.users.partner.id });
  const look = () => lookAt(token());

  it('ends the mail of its link without a session, however often', async () => {
    expect(await look()).toEqual({ kind: 'pipeline_health', subscribed: true });

    await click(token()).expect(200);
    await click(token()).expect(200);

    expect(await look()).toEqual({ kind: 'pipeline_health', subscribed: false });
  });

  it('is taken back on the page', async () => {
    await click(token()).expect(200);

    await choose(token(), true).expect(200);

    expect(await look()).toEqual({ kind: 'pipeline_health', subscribed: true });
  });

  it('changes nothing when a mail program fetches the link beforehand', async () => {
    await stranger().get(`/unsubscribe?token=${token()}`);

    expect(await look()).toMatchObject({ subscribed: true });
  });

  it('carries a kind, two ids and a signature, and nothing else', () => {
    expect(Buffer.from(token(), 'base64url')).toHaveLength(1 + 16 + 16 + 16);
  });
});

describe("one click of a client's contact", () => {
  let clientId: string;
  let contactId: string;
  let token: string;

  const aContactOf = (of: TestFirm, client: string) => aContact(api.dataSource, of, client, 'Simulated decision maker');
  const tokenOfContact = (id: string, of = firm) => tokenOf({ kind: 'client_feedback', firmId: of.id, personId: id });

  beforeEach(async () => {
    clientId = await aClient(api.dataSource, firm);
    contactId = await aContactOf(firm, clientId);
    token = tokenOfContact(contactId);
  });

  /** The firm's contacts that get no mails, each with why. */
  const heldBack = (of = firm) =>
    api.dataSource.query(
      `select contact_id as "contactId", reason, address from mail_suppression where firm_id = $1 and lifted_at is null`,
      [of.id],
    );
  /** What was written down and announced of this contact, in this order. */
  async function recorded() {
    const audited = await api.dataSource.query(
      `select action, actor_id as "actorId", subject_type as "subjectType", detail from audit_entry
       where firm_id = $1 and subject_id = $2 order by id`,
      [firm.id, contactId],
    );
    const announced = await api.dataSource.query(
      `select fact from outbox where firm_id = $1 and subject_id = $2 order by id`,
      [firm.id, contactId],
    );
    return { audited, announced: announced.map(({ fact }: { fact: string }) => fact) };
  }
  const BY = { actorId: null, subjectType: 'contact', detail: { by: 'recipient' } };
  const HELD = { action: 'deliveries.mail_held_back', ...BY };
  const AGAIN = { action: 'deliveries.mail_allowed_again', ...BY };
  const BOUNCED = 'an email to this address came back';
  const aBounceSuppression = (id: string) =>
    api.dataSource.query(
      `insert into mail_suppression (firm_id, id, contact_id, reason, address) values ($1, $2, $3, $4, 'boss@client.example')`,
      [firm.id, id, contactId, BOUNCED],
    );
  const ASKED = 'the recipient asked for no more reminders';

  it('ends the mails to this contact and to nobody else, however often', async () => {
    const [colleague, elsewhere] = [await aContactOf(firm, clientId), await aFirm(api.dataSource)];
    const stranger = await aContactOf(elsewhere, await aClient(api.dataSource, elsewhere));
    expect(await lookAt(token)).toEqual({ kind: 'client_feedback', subscribed: true });

    await click(token).expect(200, { kind: 'client_feedback', subscribed: false });
    await click(token).expect(200, { kind: 'client_feedback', subscribed: false });

    expect(await lookAt(token)).toEqual({ kind: 'client_feedback', subscribed: false });
    expect(await heldBack()).toEqual([{ contactId, reason: ASKED, address: null }]);
    expect(await recorded()).toEqual({ audited: [HELD], announced: [HELD.action] });
    expect(await lookAt(tokenOfContact(colleague))).toMatchObject({ subscribed: true });
    expect(await lookAt(tokenOfContact(stranger, elsewhere))).toMatchObject({ subscribed: true });
    expect(await heldBack(elsewhere)).toEqual([]);
  });

  it('is taken back on the page, however often', async () => {
    await click(token).expect(200);

    await choose(token, true).expect(200, { kind: 'client_feedback', subscribed: true });
    await choose(token, true).expect(200, { kind: 'client_feedback', subscribed: true });

    expect(await lookAt(token)).toMatchObject({ subscribed: true });
    expect(await heldBack()).toEqual([]);
    expect(await recorded()).toEqual({ audited: [HELD, AGAIN], announced: [HELD.action, AGAIN.action] });
  });

  it('changes nothing when a mail program fetches the link beforehand', async () => {
    await stranger().get(`/unsubscribe?token=${token}`);
    await lookAt(token);

    expect(await heldBack()).toEqual([]);
  });

  it('is seen in the mail log, where a partner may allow mails again', async () => {
    const deliveryId = newId();
    await api.dataSource.query(
      `insert into delivery (firm_id, id, form, contact_id, message_id, due_at, not_before, state)
       values ($1, $2, 'client_feedback', $3, $4, now(), now(), 'sent')`,
      [firm.id, deliveryId, contactId, `<em.${deliveryId}@firm.example>`],
    );
    const mail = async () => (await as('partner').get('/api/mail-log').expect(200)).body.items[0];
    await click(token).expect(200);
    const { suppression, actions } = await mail();

    await as('partner').delete(`/api/mail-log/suppressions/${suppression.id}`).expect(204);

    expect({ suppression, actions }).toMatchObject({ suppression: { reason: ASKED }, actions: { lift: true } });
    expect(await mail()).toMatchObject({ suppression: null, actions: { lift: false } });
    expect(await lookAt(token)).toMatchObject({ subscribed: true });
    expect((await recorded()).audited).toMatchObject([HELD, { ...AGAIN, actorId: firm.users.partner.id, detail: {} }]);
  });

  it('outlasts a hold of another reason, which nobody lifts meanwhile, and which stands again when it is taken back', async () => {
    const suppressionId = newId();
    await aBounceSuppression(suppressionId);

    await click(token).expect(200);

    expect(await heldBack()).toEqual([{ contactId, reason: ASKED, address: null }]);
    await as('partner').delete(`/api/mail-log/suppressions/${suppressionId}`).expect(404);
    expect(await lookAt(token)).toMatchObject({ subscribed: false });

    await choose(token, true).expect(200);

    expect(await heldBack()).toEqual([{ contactId, reason: BOUNCED, address: 'boss@client.example' }]);
  });

  it('allows no mails to an address that they come back from', async () => {
    await aBounceSuppression(newId());

    await choose(token, true).expect(200);

    expect(await heldBack()).toMatchObject([{ contactId, reason: BOUNCED }]);
  });
});

describe('links that one click', () => {
  const people = {
    'one of our people': async () =>
      tokenOf({ kind: 'daily_digest', firmId: firm.id, personId: firm.users.partner.id }),
    "a client's contact": async () =>
      tokenOf({
        kind: 'client_feedback',
        firmId: firm.id,
        personId: await aContact(api.dataSource, firm, await aClient(api.dataSource, firm), 'Simulated contact'),
      }),
  };

  it.each(Object.entries(people))('of %s are refused with a problem when altered', async (_, linked) => {
    const good = await linked();
    for (let i = 0; i < good.length; i += 1) {
      const bad = good.slice(0, i) + (good[i] === 'A' ? 'B' : 'A') + good.slice(i + 1);
      const { body } = await click(bad).expect(404);
      expect(body).toMatchObject({ code: 'unknown_unsubscribe_link' });
    }
    for (const bad of ['', 'x', good + 'A', good.slice(1)]) {
      expect((await click(bad)).body.code).toMatch(/unknown_unsubscribe_link|invalid/);
    }
    expect(await lookAt(good)).toMatchObject({ subscribed: true });
  });

  it.each<UnsubscribeLink['kind']>(['daily_digest', 'client_feedback'])(
    'lead to nobody (%s) are refused, whatever is asked',
    async (kind) => {
      const [other, nobody] = [await aFirm(api.dataSource), newId()];
      const personId = kind === 'client_feedback' ? nobody : other.users.partner.id;
      const token = tokenOf({ kind, firmId: firm.id, personId });

      const answers = [
        await stranger().get(`/api/unsubscribe?token=${token}`),
        await click(token),
        await choose(token, true),
      ];

      expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill('unknown_unsubscribe_link'));
    },
  );
});
