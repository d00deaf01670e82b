import supertest from 'supertest';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';
import { NotificationsService } from '@app/reminders/notifications.service.js';
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
    [firm.id, id, userId, taskId, `task/${taskId}`, dueAt, state ? deliveryId : null],
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
    ['uncertain', 'uncertain', 'This e-mail may not have arrived.'],
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

describe('one click', () => {
  const token = (): string => {
    const page = api.app
      .get(NotificationsService)
      .unsubscribePage({ firmId: firm.id, userId: firm.users.partner.id }, 'pipeline_health');
    return new URL(page).searchParams.get('token') ?? '';
  };
  const stranger = () => supertest(api.app.getHttpServer());
  const look = async () => (await stranger().get(`/api/unsubscribe?token=${token()}`).expect(200)).body;
  const click = (of: string) =>
    stranger().post(`/unsubscribe?token=${of}`).type('form').send('List-Unsubscribe=One-Click');

  it('ends the mail of its link without a session, however often', async () => {
    expect(await look()).toEqual({ kind: 'pipeline_health', subscribed: true });

    await click(token()).expect(200);
    await click(token()).expect(200);

    expect(await look()).toEqual({ kind: 'pipeline_health', subscribed: false });
  });

  it('is taken back on the page', async () => {
    await click(token()).expect(200);

    await stranger().put('/api/unsubscribe').send({ token: token(), subscribed: true }).expect(200);

    expect(await look()).toEqual({ kind: 'pipeline_health', subscribed: true });
  });

  it('changes nothing when a mail program fetches the link beforehand', async () => {
    await stranger().get(`/unsubscribe?token=${token()}`);

    expect(await look()).toMatchObject({ subscribed: true });
  });

  it('refuses every altered link with a problem', async () => {
    const good = token();
    for (let i = 0; i < good.length; i += 1) {
      const bad = good.slice(0, i) + (good[i] === 'A' ? 'B' : 'A') + good.slice(i + 1);
      const { body } = await click(bad).expect(404);
      expect(body).toMatchObject({ code: 'unknown_unsubscribe_link' });
    }
    for (const bad of ['', 'x', good + 'A', good.slice(1)]) {
      expect((await click(bad)).body.code).toMatch(/unknown_unsubscribe_link|invalid/);
    }
    expect(await look()).toMatchObject({ subscribed: true });
  });

  it('carries a kind, two ids and a signature, and nothing else', () => {
    expect(Buffer.from(token(), 'base64url')).toHaveLength(1 + 16 + 16 + 16);
  });
});
