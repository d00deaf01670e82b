import type { Role } from '@app/identity/identity.types.js';
import type { TimelineEntry } from '@app/timeline/timeline.types.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aContact } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { History } from '../factories/history.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
let past: History;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
  past = await History.of(api.dataSource, firm);
});

const as = (role: Role) => api.request(firm.cookie(role));
const page = async (query: string, role: Role = 'consultant') => (await as(role).get(`/api/timeline?${query}`)).body;
const told = async (query: string, role?: Role): Promise<string[]> =>
  (await page(query, role)).items.map(({ kind, from, what, voided }: TimelineEntry) =>
    [kind, from, what, voided ? 'voided' : null].filter(Boolean).join(' '),
  );

/** A search with somebody who came far and left, and everything that can be said of them on the way. */
async function aStory(confidential = false) {
  const searchId = await past.search({ openedAt: '2026-03-02T09:00:00Z', confidential });
  const candidateId = await aCandidate(api.dataSource, firm);
  const candidacyId = await past.candidacy(searchId, { stage: 'contacted', at: '2026-03-03T09:00:00Z', candidateId });
  const { body } = await as('consultant').get(`/api/searches/${searchId}`);
  const contactId = await aContact(api.dataSource, firm, body.client.id, 'Ida Boss');
  const said = async (at: string, more: object) =>
    (
      await as('consultant')
        .post('/api/activities')
        .send({ kind: 'call', searchId, at, ...more })
    ).body.id as string;
  await said('2026-03-04T09:00:00Z', { candidateId, text: 'interested' });
  await said('2026-03-05T09:00:00Z', { kind: 'meeting', contactId, text: 'wants a slate' });
  const mistaken = await past.move(searchId, candidacyId, 'finalist', '2026-03-06T09:00:00Z');
  await past.correct(searchId, candidacyId, mistaken, '2026-03-06T10:00:00Z');
  await past.move(searchId, candidacyId, 'presented', '2026-03-07T09:00:00Z');
  await past.hold(searchId, '2026-03-08T09:00:00Z', '2026-03-09T09:00:00Z');
  await api.dataSource.query(
    `insert into interview (firm_id, id, candidacy_id, search_id, candidate_id, starts_at, ends_at, cancelled_at)
     select firm_id, new_id(), id, search_id, candidate_id, '2026-03-10T09:00Z', '2026-03-10T10:00Z', '2026-03-09T12:00Z'
     from candidacy where firm_id = $1 and id = $2`,
    [firm.id, candidacyId],
  );
  const offerId = await past.offer(searchId, candidacyId, '2026-03-11T09:00:00Z');
  await past.decide(searchId, offerId, 'declined', '2026-03-12T09:00:00Z');
  await past.end(searchId, candidacyId, '2026-03-13T09:00:00Z');
  return { searchId, candidateId, contactId, clientId: body.client.id as string, said };
}

const OF_PERSON = [
  'outcome candidate withdrawn',
  'offer declined',
  'offer extended',
  'interview interview voided',
  'move Assessed Presented',
  'move Contacted Finalist voided',
  'activity call',
  'move Contacted',
];

describe('a timeline', () => {
  it('of a search has everything once, the newest first, with what was corrected or called off marked', async () => {
    const { searchId } = await aStory();

    expect(await told(`searchId=${searchId}`)).toEqual([
      'outcome candidate withdrawn',
      'offer declined',
      'offer extended',
      'interview interview voided',
      'search resumed',
      'search held',
      expect.stringMatching(/^move .*Presented$/),
      expect.stringMatching(/^move .*Finalist voided$/),
      'activity meeting',
      'activity call',
      expect.stringMatching(/^move .*Contacted$/),
      'search opened',
    ]);
  });

  it('of a candidate leaves out what is about the search alone, of a contact all but what was said with them', async () => {
    const { candidateId, contactId, clientId, searchId } = await aStory();

    const kinds = async (query: string) => (await told(query)).map((one) => one.split(' ')[0]);

    expect(await kinds(`candidateId=${candidateId}`)).toEqual(OF_PERSON.map((one) => one.split(' ')[0]));
    expect(await told(`contactId=${contactId}`)).toEqual(['activity meeting']);
    expect(await told(`clientId=${clientId}`)).toEqual(await told(`searchId=${searchId}`));
  });

  it('is read page by page, and by kind', async () => {
    const { searchId } = await aStory();
    const all = await told(`searchId=${searchId}`);
    const seen: string[] = [];
    let next: string | null = '';
    for (let pages = 0; next !== null && pages < 9; pages += 1) {
      const { items, next: after } = await page(`searchId=${searchId}&limit=5${next ? `&after=${next}` : ''}`);
      seen.push(...items.map(({ id }: TimelineEntry) => id));
      next = after;
    }

    expect([seen.length, new Set(seen).size]).toEqual([all.length, all.length]);
    expect(await told(`searchId=${searchId}&kind=search`)).toEqual(['search resumed', 'search held', 'search opened']);
  });

  it('keeps what was withdrawn, with the reason, and says what the reader may put right', async () => {
    const { searchId, said } = await aStory();
    const id = await said('2026-03-14T09:00:00Z', { kind: 'note', text: 'the wrong search' });
    const own = (await page(`searchId=${searchId}`)).items[0];
    await as('consultant').post(`/api/activities/${id}/withdrawal`).send({ version: 1, reason: 'It was another one' });

    expect(own).toMatchObject({ id, changeable: true, version: 1, voided: null });
    expect((await page(`searchId=${searchId}`, 'researcher')).items[0]).toMatchObject({
      id,
      text: 'the wrong search',
      changeable: false,
      voided: { by: { id: firm.users.consultant.id }, reason: 'It was another one' },
    });
  });

  it('of a search of others alone is nobody else’s to read, however it is asked for', async () => {
    const { searchId, candidateId, contactId, clientId } = await aStory(true);

    for (const query of [
      `searchId=${searchId}`,
      `candidateId=${candidateId}`,
      `contactId=${contactId}`,
      `clientId=${clientId}`,
    ]) {
      expect((await told(query)).length).toBeGreaterThan(0);
      expect(await told(query, 'partner')).toEqual([]);
    }
  });

  it('names whoever was erased by what is left of them, and says nothing of what was said', async () => {
    const { searchId, candidateId } = await aStory();
    const { body } = await as('partner').get(`/api/candidates/${candidateId}`);
    const erased = await as('partner')
      .post('/api/erasures')
      .send({
        person: { kind: 'candidate', id: candidateId },
        ...{ reason: 'their_request', requestedOn: '2026-03-20', confirm: body.name },
      });

    const { items } = await page(`searchId=${searchId}`);

    expect(erased.status).toBe(201);
    expect(items).toHaveLength(12);
    expect(JSON.stringify(items)).not.toContain(body.name);
    expect(JSON.stringify(items)).not.toContain('interested');
  });

  it('is of something', async () => {
    expect(await page('limit=5')).toMatchObject({ status: 400, code: 'timeline_without_subject' });
  });
});
