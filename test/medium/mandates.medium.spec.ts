import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, onSearch } from '../factories/search.factory.js';
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

const as = (role: Role, of = firm) => api.request(of.cookie(role));
const opening = async (changes: Record<string, unknown> = {}) => ({
  roleKey: 'chief_ai_officer',
  clientId: await aClient(api.dataSource, firm),
  officeId: firm.officeId,
  leadUserId: firm.users.partner.id,
  ...changes,
});
const open = async (changes: Record<string, unknown> = {}, role: Role = 'partner') =>
  as(role)
    .post('/api/searches')
    .send(await opening(changes));
const audited = (id: string): Promise<{ action: string; actor_id: string; detail: unknown }[]> =>
  api.dataSource.query(
    'select action, actor_id, detail from audit_entry where firm_id = $1 and subject_id = $2 order by id',
    [firm.id, id],
  );

describe('the mandate and the brief of a search', () => {
  it('changes the mandate: client, office, engagement and region', async () => {
    const { body } = await open({ region: 'Europe' });
    const clientId = await aClient(api.dataSource, firm);
    const officeId = newId();
    await api.dataSource.query(
      `insert into office (firm_id, id, key, country, time_zone) values ($1, $2, 'tokyo', 'JP', 'Asia/Tokyo')`,
      [firm.id, officeId],
    );

    const edited = await as('consultant')
      .patch(`/api/searches/${body.id}`)
      .send({ version: 1, clientId, officeId, engagement: 'container', region: null });

    expect(edited.body).toMatchObject({
      ...{ client: { id: clientId }, office: { id: officeId, timeZone: 'Asia/Tokyo' }, region: null, version: 2 },
      engagement: 'container',
    });
    const changed = ['clientId', 'officeId', 'engagement', 'region'];
    expect((await audited(body.id)).at(-1)?.detail).toEqual({ changed });
  });

  it('begins days on the market where its new office is, and asks the new client’s decision makers', async () => {
    const id = await aSearch(api.dataSource, firm, { openedAt: new Date('2026-01-05T09:00:00Z') });
    const candidateId = await aCandidate(api.dataSource, firm);
    await api.dataSource.query(`update candidate set in_market_since = '2026-01-10' where id = $1`, [candidateId]);
    await onSearch(api.dataSource, firm, {
      ...{ searchId: id, candidateId, stage: 'contacted', at: new Date('2026-01-20T09:00:00Z') },
    });
    await api.dataSource.query(`update search set decision_maker_at = now(), decision_maker_key = id where id = $1`, [
      id,
    ]);
    const officeId = newId();
    await api.dataSource.query(
      `insert into office (firm_id, id, key, country, time_zone) values ($1, $2, 'tokyo', 'JP', 'Asia/Tokyo')`,
      [firm.id, officeId],
    );
    const clientId = await aClient(api.dataSource, firm);

    await as('partner').patch(`/api/searches/${id}`).send({ version: 1, officeId, clientId }).expect(200);

    const [row] = await api.dataSource.query(
      `select c.window_opened_at as row, k.window_opened_at as clock, s.decision_maker_at as spoke
       from candidacy c join search s on s.id = c.search_id
       join candidacy_clock($1, 'infinity', $2) k on k.candidacy_id = c.id where c.search_id = $2`,
      [firm.id, id],
    );
    expect(row).toEqual({
      ...{ row: new Date('2026-01-09T15:00:00Z'), clock: new Date('2026-01-09T15:00:00Z'), spoke: null },
    });
  });

  it.each([
    ['client', 'unknown_client'],
    ['office', 'unknown_office'],
  ])('refuses an unknown %s, and changes nothing', async (what, code) => {
    const { body } = await open();

    const refused = await as('partner')
      .patch(`/api/searches/${body.id}`)
      .send({ version: 1, title: 'Other', [`${what}Id`]: newId() });

    expect([refused.status, refused.body.code]).toEqual([400, code]);
    expect((await as('partner').get(`/api/searches/${body.id}`)).body.title).toBe(body.title);
  });

  it('writes the brief anew, in its order, and leaves the other fields alone', async () => {
    const { body } = await open({ title: 'Group CAIO' });
    const criteria = [
      { text: 'Has closed a data centre', kind: 'commercial', mustHave: true },
      { text: 'Speaks Portuguese', kind: 'organisational', mustHave: false },
    ];

    const edited = await as('consultant').patch(`/api/searches/${body.id}`).send({ version: 1, criteria });
    const back = await as('partner').patch(`/api/searches/${body.id}`).send({ version: 2, criteria: body.criteria });

    expect(edited.body).toMatchObject({ title: 'Group CAIO', criteria, version: 2 });
    expect((await audited(body.id)).at(-1)?.detail).toEqual({ changed: ['criteria'] });
    expect(back.body.criteria).toEqual(body.criteria);
    const emptied = await as('partner').patch(`/api/searches/${body.id}`).send({ version: 3, criteria: [] });
    expect(emptied.body.criteria).toEqual([]);
  });

  it.each([
    ['without words', { text: ' ', kind: 'technical', mustHave: true }],
    ['of no kind', { text: 'Patience', kind: 'human', mustHave: true }],
    ['that is neither', { text: 'Patience', kind: 'technical' }],
  ])('refuses a criterion %s', async (_, criterion) => {
    const { body } = await open();

    const refused = await as('partner')
      .patch(`/api/searches/${body.id}`)
      .send({ version: 1, criteria: [criterion] });

    expect([refused.status, refused.body.code]).toEqual([400, 'invalid']);
  });
});
