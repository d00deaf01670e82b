import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { History } from '../factories/history.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
let past: History;
let searchId: string;
let candidateId: string;
let candidacyId: string;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
  past = await History.of(api.dataSource, firm);
  searchId = await past.search({ openedAt: '2026-10-01T09:00:00Z' });
  candidateId = await aCandidate(api.dataSource, firm);
  candidacyId = await past.candidacy(searchId, { stage: 'contacted', at: '2026-10-02T09:00:00Z', candidateId });
});

const as = (role: Role) => api.request(firm.cookie(role));
const log = async (fields: object = {}, role: Role = 'researcher'): Promise<string> =>
  (
    await as(role)
      .post('/api/activities')
      .send({ kind: 'call', searchId, candidateId, text: 'They said yes.', ...fields })
  ).body.id;
const correct = (id: string, body: object, role: Role = 'researcher') =>
  as(role)
    .patch(`/api/activities/${id}`)
    .send({ version: 1, text: 'They said perhaps.', ...body });
const withdraw = (id: string, body: object = {}, role: Role = 'researcher') =>
  as(role)
    .post(`/api/activities/${id}/withdrawal`)
    .send({ version: 1, reason: 'It was somebody else.', ...body });
const clocks = async () =>
  api.dataSource.query(
    `select c.last_progress_at, c.progress_key, c.client_turn_key, s.last_progress_at as search_at, s.progress_key as search_key,
            s.decision_maker_key
     from candidacy c join search s on s.firm_id = c.firm_id and s.id = c.search_id where c.firm_id = $1 and c.id = $2`,
    [firm.id, candidacyId],
  );
const logged = async () => (await as('consultant').get(`/api/candidacies/${candidacyId}`)).body.activities;

describe('putting right what was logged', () => {
  it('changes the words, keeps what stood there, and moves no clock', async () => {
    const id = await log();
    const before = await clocks();
    const { status, body } = await correct(id, {});

    expect([status, body]).toEqual([200, { id, text: 'They said perhaps.', version: 2 }]);
    expect(await clocks()).toEqual(before);
    expect(await logged()).toEqual([
      expect.objectContaining({ id, text: 'They said perhaps.', version: 2, withdrawn: null, changeable: false }),
    ]);
    expect((await as('consultant').get(`/api/activities/${id}/versions`)).body.items).toEqual([
      {
        version: 1,
        text: 'They said yes.',
        change: 'corrected',
        changedAt: expect.any(String),
        changedBy: { id: firm.users.researcher.id, name: firm.users.researcher.name },
        reason: null,
      },
    ]);
  });

  it('keeps what stood there to be read while somebody works on the search', async () => {
    const id = await log();
    await correct(id, {});
    const mover = api.dataSource.createQueryRunner();
    await mover.startTransaction();
    try {
      await mover.query('select 1 from search where firm_id = $1 and id = $2 for update', [firm.id, searchId]);
      const { status, body } = await as('consultant').get(`/api/activities/${id}/versions`);

      expect([status, body.items.length]).toEqual([200, 1]);
    } finally {
      await mover.rollbackTransaction();
      await mover.release();
    }
  });

  it('refuses a version that was changed meanwhile, with what stands there now', async () => {
    const id = await log();
    await correct(id, {});
    const { status, body } = await correct(id, {});

    expect([status, body.code, body.current]).toEqual([
      409,
      'stale_version',
      { id, text: 'They said perhaps.', version: 2 },
    ]);
  });

  it.each<[Role, number]>([
    ['researcher', 200],
    ['consultant', 409],
    ['partner', 200],
    ['admin', 200],
  ])('is for whoever logged it, partners and admins: %s', async (role, status) => {
    expect((await correct(await log(), {}, role)).status).toBe(status);
  });

  it('cannot be undone by rewriting the history', async () => {
    await correct(await log(), {});
    const rewrite = api.dataSource.query(`update activity_version set text = 'x' where firm_id = $1`, [firm.id]);

    await expect(rewrite).rejects.toThrow('append-only');
  });
});

describe('taking back what was logged', () => {
  it.each(['call', 'interview', 'client_feedback'])('takes the progress of a %s back', async (kind) => {
    const before = await clocks();
    const id = await log({ kind });
    expect(await clocks()).not.toEqual(before);
    expect((await withdraw(id)).status).toBe(200);

    expect(await clocks()).toEqual(before);
    expect(await logged()).toEqual([
      expect.objectContaining({
        id,
        text: 'They said yes.',
        withdrawn: expect.objectContaining({ reason: 'It was somebody else.' }),
      }),
    ]);
  });

  it('takes a conversation with a decision maker back from every search of the client', async () => {
    const contactId = newId();
    await api.dataSource.query(
      `insert into contact (firm_id, id, client_id, name, role)
       select $1, $2, client_id, 'Simulated contact', 'decision_maker' from search where firm_id = $1 and id = $3`,
      [firm.id, contactId, searchId],
    );
    const before = await clocks();
    const id = await log({ searchId: undefined, candidateId: undefined, contactId });
    expect(await clocks()).not.toEqual(before);
    await withdraw(id);

    expect(await clocks()).toEqual(before);
  });

  it('lets the progress before it stand', async () => {
    await log({ at: '2026-10-05T09:00:00Z' });
    const before = await clocks();
    await withdraw(await log({ at: '2026-10-06T09:00:00Z' }));

    expect(await clocks()).toEqual(before);
  });

  it('is done once, and announced and audited without a word', async () => {
    const id = await log();
    await withdraw(id);
    expect((await withdraw(id)).body.code).toBe('activity_not_changeable');

    const audit = await api.dataSource.query(
      `select actor_id, detail from audit_entry where firm_id = $1 and action = 'activities.activity_withdrawn'`,
      [firm.id],
    );
    expect(audit).toEqual([
      {
        actor_id: firm.users.researcher.id,
        detail: { kind: 'call', searchId, candidateId, contactId: null, version: 1 },
      },
    ]);
  });

  it('is unknown, in the same words, to whoever may not see the search', async () => {
    const hidden = await past.search({ openedAt: '2026-10-01T09:00:00Z', confidential: true });
    await past.candidacy(hidden, { stage: 'contacted', at: '2026-10-02T09:00:00Z', candidateId });
    const id = await log({ searchId: hidden }, 'consultant');
    const details = await Promise.all(
      [id, newId()].flatMap((one) => [
        withdraw(one, {}, 'partner'),
        correct(one, {}, 'partner'),
        as('partner').get(`/api/activities/${one}/versions`),
      ]),
    );

    expect(details.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 404));
    expect(new Set(details.map(({ body }) => body.detail)).size).toBe(1);
  });
});

describe('putting a client and its people right', () => {
  const aClient = async () => {
    const { body } = await as('consultant').post('/api/clients').send({ name: 'Northwind', country: 'DE' });
    const contactId = newId();
    await api.dataSource.query(
      `insert into contact (firm_id, id, client_id, name, email, role) values ($1, $2, $3, 'Cleo Diaz', 'cleo@northwind.example', 'hr')`,
      [firm.id, contactId, body.id],
    );
    return { id: body.id as string, contactId };
  };

  it('keeps what was typed, once', async () => {
    const { id } = await aClient();
    const edit = () =>
      as('researcher').patch(`/api/clients/${id}`).send({ version: 1, name: 'Southwind', country: null });

    expect((await edit()).body).toMatchObject({ name: 'Southwind', country: null, version: 2 });
    const { status, body } = await edit();
    expect([status, body.code, body.current.name]).toEqual([409, 'stale_version', 'Southwind']);
  });

  it('knows contacts by their client, and their version', async () => {
    const { id, contactId } = await aClient();
    const path = `/api/clients/${id}/contacts/${contactId}`;
    const edited = await as('researcher').patch(path).send({ version: 1, email: 'c@northwind.example', role: 'board' });

    expect(edited.body.contacts).toEqual([
      { id: contactId, name: 'Cleo Diaz', email: 'c@northwind.example', role: 'board', erased: false, version: 2 },
    ]);
    expect((await as('researcher').patch(path).send({ version: 1, name: 'X Y' })).status).toBe(409);
    expect(
      (await as('researcher').patch(`/api/clients/${newId()}/contacts/${contactId}`).send({ version: 2 })).status,
    ).toBe(404);
  });

  it('refuses a contact who was erased, and one who would become them', async () => {
    const { id, contactId } = await aClient();
    const erased = await as('partner')
      .post('/api/erasures')
      .send({
        person: { kind: 'contact', id: contactId },
        reason: 'other',
        requestedOn: '2026-11-20',
        confirm: 'cleo diaz',
      });
    expect(erased.body.counts).toEqual({ clients: { contact: 1 } });
    const gone = await as('researcher')
      .patch(`/api/clients/${id}/contacts/${contactId}`)
      .send({ version: 2, name: 'X' });
    const other = newId();
    await api.dataSource.query(`insert into contact (firm_id, id, client_id, name) values ($1, $2, $3, 'Dan Other')`, [
      firm.id,
      other,
      id,
    ]);
    const become = (role: Role, more: object = {}) =>
      as(role)
        .patch(`/api/clients/${id}/contacts/${other}`)
        .send({ version: 1, email: 'CLEO@northwind.example', ...more });

    expect([gone.status, gone.body.code]).toEqual([409, 'contact_erased']);
    expect((await become('partner')).body.code).toBe('asked_to_be_forgotten');
    expect((await become('researcher', { despiteErasure: 'they_came_back' })).status).toBe(403);
    expect((await become('partner', { despiteErasure: 'they_came_back' })).status).toBe(200);
  });
});
