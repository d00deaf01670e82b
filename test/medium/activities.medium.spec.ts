import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aCandidacy, daysAgo, hoursAgo } from '../factories/candidacy.factory.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient, aContact } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
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

const log = (body: object, role: Role = 'researcher') =>
  api.request(firm.cookie(role)).post('/api/activities').send(body);
const progressOf = async (table: 'candidacy' | 'search', id: string) => {
  const [row] = await api.dataSource.query(
    `select last_progress_at as at, progress_key as key from ${table} where firm_id = $1 and id = $2`,
    [firm.id, id],
  );
  return row as { at: Date; key: string };
};
const announced = (searchId: string) =>
  api.dataSource.query('select fact from outbox where firm_id = $1 and subject_id = $2', [firm.id, searchId]);

describe('logging an activity', () => {
  it('with a candidate in a search moves the clocks of both, and is audited and announced', async () => {
    const { id, searchId, candidateId } = await aCandidacy(api.dataSource, firm, { at: daysAgo(3) });

    const { status, body } = await log({ kind: 'call', searchId, candidateId, text: 'Has two other offers.' });

    expect(status).toBe(201);
    expect(body).toMatchObject({ kind: 'call', progress: true });
    const expected = { at: new Date(body.at), key: body.id };
    expect(await progressOf('candidacy', id)).toEqual(expected);
    expect(await progressOf('search', searchId)).toEqual(expected);
    expect(await announced(searchId)).toEqual([{ fact: 'activities.activity_logged' }]);
    const audit = await api.dataSource.query('select action, detail from audit_entry where subject_id = $1', [body.id]);
    expect(audit).toEqual([
      {
        action: 'activities.activity_logged',
        detail: { kind: 'call', searchId, candidateId, contactId: null },
      },
    ]);
  });

  it('about the search alone moves the search', async () => {
    const { id, searchId } = await aCandidacy(api.dataSource, firm, { at: daysAgo(3) });
    const before = await progressOf('candidacy', id);

    const { body } = await log({ kind: 'client_feedback', searchId });

    expect((await progressOf('search', searchId)).key).toBe(body.id);
    expect(await progressOf('candidacy', id)).toEqual(before);
  });

  it.each(['email', 'note'])('of kind %s moves nothing: nobody may have answered', async (kind) => {
    const { id, searchId, candidateId } = await aCandidacy(api.dataSource, firm, { at: daysAgo(3) });
    const before = [await progressOf('candidacy', id), await progressOf('search', searchId)];

    const { body } = await log({ kind, searchId, candidateId });

    expect(body.progress).toBe(false);
    expect([await progressOf('candidacy', id), await progressOf('search', searchId)]).toEqual(before);
  });

  it('from before the last progress does not turn the clock back', async () => {
    const { id, searchId, candidateId } = await aCandidacy(api.dataSource, firm, { at: hoursAgo(4) });
    const before = await progressOf('candidacy', id);

    await log({ kind: 'meeting', searchId, candidateId, at: daysAgo(2).toISOString() });

    expect(await progressOf('candidacy', id)).toEqual(before);
  });

  it('with somebody who has left the search moves the search', async () => {
    const { id, searchId, candidateId } = await aCandidacy(api.dataSource, firm, { at: daysAgo(3) });
    await api
      .request(firm.cookie('consultant'))
      .post(`/api/candidacies/${id}/outcome`)
      .send({ version: 1, outcome: 'withdrawn', by: 'candidate', reason: 'stayed' });

    const { body } = await log({ kind: 'call', searchId, candidateId });

    expect(await progressOf('search', searchId)).toEqual({ at: new Date(body.at), key: body.id });
  });

  it('may be about a candidate outside any search', async () => {
    expect((await log({ kind: 'call', candidateId: await aCandidate(api.dataSource, firm) })).status).toBe(201);
  });

  it.each<[string, () => object | Promise<object>, number, string]>([
    ['about nothing', () => ({}), 400, 'activity_without_subject'],
    ['of no known kind', () => ({ kind: 'telepathy', searchId: newId() }), 400, 'invalid'],
    [
      'in the future',
      async () => ({ searchId: await aSearch(api.dataSource, firm), at: '2099-01-01T00:00:00Z' }),
      400,
      'activity_in_future',
    ],
    ['at no moment', () => ({ searchId: newId(), at: '2026-02-30T10:00:00Z' }), 400, 'invalid'],
    ['about a search nobody knows', () => ({ searchId: newId() }), 404, 'search_not_found'],
    ['about a candidate nobody knows', () => ({ candidateId: newId() }), 400, 'unknown_subject'],
    ['about a contact nobody knows', () => ({ contactId: newId() }), 400, 'unknown_subject'],
    [
      'with a candidate who is not in the search',
      async () => ({
        searchId: await aSearch(api.dataSource, firm),
        candidateId: await aCandidate(api.dataSource, firm),
      }),
      404,
      'candidacy_not_found',
    ],
    [
      'in a confidential search of others',
      async () => ({ searchId: await aSearch(api.dataSource, firm, { confidential: true }) }),
      404,
      'search_not_found',
    ],
    ['with a field that does not exist', () => ({ searchId: newId(), byUserId: newId() }), 400, 'invalid'],
  ])('is refused %s', async (_, body, status, code) => {
    const response = await log({ kind: 'call', ...(await body()) });

    expect([response.status, response.body.code]).toEqual([status, code]);
  });
});

describe('what was logged', () => {
  const list = async (query: string, role: Role = 'researcher') =>
    (await api.request(firm.cookie(role)).get(`/api/activities?${query}`)).body;
  const texts = async (query: string, role?: Role) =>
    (await list(query, role)).items.map(({ text }: { text: string | null }) => text);
  const at = (days: number): string => daysAgo(days).toISOString();

  it('is read back of its search, its candidate, its contact and its client, the newest first', async () => {
    const clientId = await aClient(api.dataSource, firm);
    const contactId = await aContact(api.dataSource, firm, clientId, 'Ida Boss');
    const searchId = await aSearch(api.dataSource, firm, { clientId });
    const { searchId: other, candidateId } = await aCandidacy(api.dataSource, firm, { at: daysAgo(30) });
    await log({ kind: 'call', searchId, contactId, at: at(3), text: 'with the decision maker' });
    await log({ kind: 'note', contactId, at: at(2), text: 'about no search' });
    await log({ kind: 'note', searchId, at: at(1), text: 'about the search' });
    const met = at(4);
    await log({ kind: 'meeting', searchId: other, candidateId, at: met, text: 'with the candidate' });

    expect(await texts(`searchId=${searchId}`)).toEqual(['about the search', 'with the decision maker']);
    expect(await texts(`contactId=${contactId}`)).toEqual(['about no search', 'with the decision maker']);
    expect(await texts(`clientId=${clientId}`)).toEqual([
      'about the search',
      'about no search',
      'with the decision maker',
    ]);
    expect((await list(`candidateId=${candidateId}`)).items).toEqual([
      {
        id: expect.any(String),
        kind: 'meeting',
        at: met,
        by: { id: firm.users.researcher.id, name: expect.any(String) },
        text: 'with the candidate',
        version: 1,
        withdrawn: null,
        changeable: true,
        search: { id: other, title: expect.any(String) },
        candidate: { id: candidateId, name: expect.any(String) },
        contact: null,
        mentions: [],
      },
    ]);
  });

  it('comes page by page, none lost and none twice, where several are of one moment', async () => {
    const searchId = await aSearch(api.dataSource, firm, {});
    for (let n = 0; n < 7; n += 1) await log({ kind: 'note', searchId, at: at(1 + (n % 2)), text: `note ${n}` });

    const seen: string[] = [];
    for (let after = '', page = 0; page < 4; page += 1) {
      const { items, next } = await list(`searchId=${searchId}&limit=2${after}`);
      seen.push(...items.map(({ text }: { text: string }) => text));
      after = `&after=${next}`;
    }
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `note ${n}`));
    expect(seen.slice(0, 4).every((text) => Number(text.at(-1)) % 2 === 0)).toBe(true);
  });

  it('stays in the list when it was taken back, with the reason', async () => {
    const searchId = await aSearch(api.dataSource, firm, {});
    const { body } = await log({ kind: 'call', searchId, text: 'the wrong search' });
    await api
      .request(firm.cookie('researcher'))
      .post(`/api/activities/${body.id}/withdrawal`)
      .send({ version: 1, reason: 'It was another search' });

    expect((await list(`searchId=${searchId}`)).items).toMatchObject([
      { id: body.id, text: 'the wrong search', changeable: false, withdrawn: { reason: 'It was another search' } },
    ]);
  });

  it('about a search of others alone is nobody else’s to read, however it is asked for', async () => {
    const clientId = await aClient(api.dataSource, firm);
    const contactId = await aContact(api.dataSource, firm, clientId, 'Ida Boss');
    const lead = firm.users.consultant.id;
    const searchId = await aSearch(api.dataSource, firm, { clientId, confidential: true, leadUserId: lead });
    await log({ kind: 'call', searchId, contactId, text: 'a secret' }, 'consultant');

    for (const query of [`searchId=${searchId}`, `contactId=${contactId}`, `clientId=${clientId}`]) {
      expect(await texts(query, 'consultant')).toEqual(['a secret']);
      expect(await texts(query, 'researcher')).toEqual([]);
    }
  });

  it('is of another firm: nothing', async () => {
    const other = await aFirm(api.dataSource);
    const searchId = await aSearch(api.dataSource, other, {});
    await api.request(other.cookie('researcher')).post('/api/activities').send({ kind: 'note', searchId });

    expect((await list(`searchId=${searchId}`)).items).toEqual([]);
  });

  it('is not listed for the whole firm', async () => {
    expect(await list('limit=5')).toMatchObject({ status: 400, code: 'activity_without_subject' });
  });
});
