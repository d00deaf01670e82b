import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { countQueries } from '../lib/count-queries.js';
import { takenOver } from '../lib/taken-over.js';
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

const post = (path: string, body: object, role: Role = 'researcher', headers: Record<string, string> = {}) =>
  api.request(firm.cookie(role)).post(`/api/${path}`).set(headers).send(body);
const preview = (people: object[], searchId?: string) => post('newcomers/preview', { people, searchId });
const add = (people: object[], more: object = {}, headers: Record<string, string> = {}) =>
  post('newcomers', { people, ...more }, 'researcher', headers);
const countOf = async (table: 'candidate' | 'candidacy' | 'audit_entry' | 'outbox') =>
  (await api.dataSource.query<unknown[]>(`select 1 from ${table} where firm_id = $1`, [firm.id])).length;
const known = async (fields: object): Promise<string> =>
  (await post('candidates', { name: 'Robin Ray', ...fields })).body.id;
const erased = async (name: string, email: string): Promise<void> => {
  const id = await known({ name, email });
  const requestedOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const person = { kind: 'candidate', id };
  const body = { person, reason: 'their_request', requestedOn, confirm: name };
  expect((await post('erasures', body, 'partner')).status).toBe(201);
};

const FIVE = [
  { name: 'Ada One', email: 'ada@one.example', employer: 'One Labs' },
  { name: 'Ben Two', phone: '+49 30 5550102' },
  { name: 'Cleo Three', profileUrl: 'linkedin.com/in/cleo-three' },
  { name: 'Dan Four', city: 'Lisbon', country: 'PT' },
  { name: 'Eve Five', title: 'Head of AI' },
];

describe('a list of people, before it is added', () => {
  it('says of each what would become of them, and writes nothing', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    const there = await known({ email: 'robin@ray.example' });
    await post(`searches/${searchId}/candidacies`, { candidateId: there });
    const elsewhere = await known({ name: 'Sam Sea', phone: '+49 30 5550100' });
    await erased('Ines Forgotten', 'ines@forgotten.example');
    const before = [await countOf('candidate'), await countOf('audit_entry')];

    const { status, body } = await preview(
      [
        { name: 'Ada One', email: 'ada@one.example' },
        { name: 'Robin again', email: 'ROBIN@ray.example' },
        { name: 'Sam Sea', phone: '(+49) 30 555 0100' },
        { name: 'Ada again', email: 'Ada@One.example' },
        { name: '', email: 'no address' },
        { name: 'Ines Forgotten', email: 'ines@forgotten.example' },
      ],
      searchId,
    );

    expect(status).toBe(200);
    expect(body.items.map(({ state }: { state: string }) => state)).toEqual([
      ...['new', 'in_search', 'known', 'twice', 'refused', 'refused'],
    ]);
    expect(body.items[1].duplicates).toEqual([{ id: there, name: 'Robin Ray', same: ['email'], inSearch: true }]);
    expect(body.items[2].duplicates).toMatchObject([{ id: elsewhere, same: ['phone'], inSearch: false }]);
    expect(body.items[3].sameAs).toBe(0);
    expect(body.items[4].problems.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Enter a name.',
      'The email must be an email address.',
    ]);
    expect(body.items[5].problems).toEqual([
      { field: 'name', sentence: 'This person asked to be forgotten. A partner can keep them again, with a reason.' },
    ]);
    expect([await countOf('candidate'), await countOf('audit_entry')]).toEqual(before);
  });

  it('says of who is known by an id whether they are in the search, were, or are nobody', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    const [there, ended, elsewhere] = [
      await known({ name: 'There' }),
      await known({ name: 'Ended' }),
      await known({ name: 'Elsewhere' }),
    ];
    await post(`searches/${searchId}/candidacies`, { candidateId: there });
    const { body: begun } = await post(`searches/${searchId}/candidacies`, { candidateId: ended });
    const outcome = { version: begun.version, outcome: 'rejected', by: 'firm', reason: 'other' };
    expect((await post(`candidacies/${begun.id}/outcome`, outcome)).status).toBe(200);
    const foreign = await aCandidate(api.dataSource, await aFirm(api.dataSource));

    const { body } = await preview(
      [there, ended, elsewhere, newId(), foreign].map((candidateId) => ({ candidateId })),
      searchId,
    );

    expect(body.items.map(({ state }: { state: string }) => state)).toEqual([
      ...['in_search', 'in_search', 'known', 'refused', 'refused'],
    ]);
    expect(body.items[3].problems).toEqual([{ field: 'name', sentence: 'There is no candidate with this id.' }]);
    expect(body.items[4]).toEqual(body.items[3]);
  });

  it('costs as many queries for a hundred people as for one', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    const people = Array.from({ length: 100 }, (_, i) => ({ name: `Person ${i}`, email: `p${i}@many.example` }));
    const asked = async (list: object[]) =>
      await countQueries(api.dataSource, () => preview(list, searchId).then(({ status }) => expect(status).toBe(200)));

    const [one, hundred] = [await asked(people.slice(0, 1)), await asked(people)];

    expect(hundred).toEqual(one);
    expect((await preview([...people, { name: 'One more' }], searchId)).status).toBe(400);
  });

  it('is answered for a confidential search of others as for one that does not exist', async () => {
    const hidden = await aSearch(api.dataSource, firm, { confidential: true });

    const [there, nowhere] = [await preview(FIVE, hidden), await preview(FIVE, newId())];

    expect([there.status, there.body]).toEqual([404, nowhere.body]);
  });
});

describe('a list of people', () => {
  it('is put into a search at once: who is new is made, and who is known is added', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    const candidateId = await aCandidate(api.dataSource, firm);

    const { status, body } = await add([...FIVE, { name: 'Known', candidateId }], { searchId });

    expect(status).toBe(200);
    expect(body.refused).toEqual([]);
    expect(body.items.map(({ at, isNew }: { at: number; isNew: boolean }) => [at, isNew])).toEqual([
      ...[0, 1, 2, 3, 4].map((at) => [at, true]),
      [5, false],
    ]);
    expect(body.items[5].candidateId).toBe(candidateId);
    const board = (await api.request(firm.cookie('researcher')).get(`/api/searches/${searchId}/board`)).body;
    expect(board.cards.map(({ id, version }: { id: string; version: number }) => ({ id, version })).sort(byId)).toEqual(
      body.items.map(({ candidacy }: { candidacy: object }) => candidacy).sort(byId),
    );
    expect(new Set(board.cards.map(({ stageId }: { stageId: string }) => stageId))).toEqual(
      new Set([firm.stages.sourced]),
    );
  });

  it('is added to the firm alone where no search is named', async () => {
    const { body } = await add(FIVE);

    expect(body.items.map(({ candidacy }: { candidacy: unknown }) => candidacy)).toEqual(Array(5).fill(null));
    expect([await countOf('candidate'), await countOf('candidacy')]).toEqual([5, 0]);
  });

  it('finds who is known among the candidates, also where no search is named', async () => {
    const there = await aCandidate(api.dataSource, firm);
    const foreign = await aCandidate(api.dataSource, await aFirm(api.dataSource));

    const { body } = await add([
      { name: 'There', candidateId: there },
      { name: 'Nobody', candidateId: newId() },
      { name: 'Theirs', candidateId: foreign },
    ]);

    expect(body.items).toEqual([{ at: 0, candidateId: there, isNew: false, candidacy: null }]);
    expect(body.refused.map(({ at, code }: { at: number; code: string }) => [at, code])).toEqual([
      [1, 'candidate_not_found'],
      [2, 'candidate_not_found'],
    ]);
  });

  it('leaves out who cannot be added, says why, and adds the others', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    const inSearch = await aCandidate(api.dataSource, firm);
    await post(`searches/${searchId}/candidacies`, { candidateId: inSearch });
    await known({ email: 'robin@ray.example' });
    await erased('Ines Forgotten', 'ines@forgotten.example');
    const foreign = await aCandidate(api.dataSource, await aFirm(api.dataSource));
    const before = await countOf('candidate');

    const { status, body } = await add(
      [
        { name: 'Ada One', email: 'ada@one.example' },
        { name: 'Robin again', email: 'robin@ray.example' },
        { name: 'Robin, really another', email: 'robin@ray.example', force: true },
        { name: 'Ada again', email: 'ada@one.example' },
        { name: 'Ines Forgotten', email: 'ines@forgotten.example' },
        { name: 'There', candidateId: inSearch },
        { name: 'Nobody', candidateId: newId() },
        { name: 'Theirs', candidateId: foreign },
      ],
      { searchId },
    );

    expect(status).toBe(200);
    expect(body.items.map(({ at }: { at: number }) => at)).toEqual([0, 2]);
    expect(body.refused.map(({ at, code }: { at: number; code: string }) => [at, code])).toEqual([
      [1, 'possible_duplicate'],
      [3, 'possible_duplicate'],
      [4, 'asked_to_be_forgotten'],
      [5, 'already_in_search'],
      [6, 'unknown_candidate'],
      [7, 'unknown_candidate'],
    ]);
    expect(body.refused[1].detail).toContain('Ada One has this email address already');
    expect((await countOf('candidate')) - before).toBe(2);
  });

  it('audits and announces each of them', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    const before = await countOf('outbox');

    await add(FIVE, { searchId });

    const facts = await api.dataSource.query<{ action: string; count: number }[]>(
      `select action, count(*)::int from audit_entry where firm_id = $1 and action ~ '_added$' group by 1 order by 1`,
      [firm.id],
    );
    expect(facts).toEqual([
      { action: 'candidates.candidate_added', count: 5 },
      { action: 'pipeline.candidacy_added', count: 5 },
    ]);
    expect((await countOf('outbox')) - before).toBe(10);
  });

  it('sent again with its key is answered alike and added once', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    const key = { 'Idempotency-Key': 'the list of today' };

    const [first, again] = [await add(FIVE, { searchId }, key), await add(FIVE, { searchId }, key)];

    expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true']);
    expect([await countOf('candidate'), await countOf('candidacy')]).toEqual([5, 5]);
  });

  it('is added once where a later attempt has taken the place of a slow one', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    const key = { 'Idempotency-Key': 'the list of today' };

    const [first, second] = await takenOver(api.dataSource, { firmId: firm.id, searchId }, () =>
      add(FIVE, { searchId }, key),
    );

    expect([first.status, first.body.code]).toEqual([409, 'idempotency_key_in_use']);
    expect([second.status, second.body.refused]).toEqual([200, []]);
    expect([await countOf('candidate'), await countOf('candidacy')]).toEqual([5, 5]);
  });

  it.each<[string, () => Promise<object>, number, string]>([
    ['a search that is closed', async () => ({ searchId: await closed() }), 409, 'search_not_running'],
    [
      'a stage of an offer',
      async () => ({ searchId: await open(), stageId: firm.stages.offer }),
      409,
      'stage_needs_offer',
    ],
    ['a stage nobody knows', async () => ({ searchId: await open(), stageId: newId() }), 400, 'unknown_stage'],
    ['a search nobody knows', async () => ({ searchId: newId() }), 404, 'search_not_found'],
    ['a nameless person', async () => ({ searchId: await open(), people: [{ email: 'a@b.example' }] }), 400, 'invalid'],
    ['nobody', async () => ({ searchId: await open(), people: [] }), 400, 'invalid'],
  ])('is refused as a whole for %s', async (_, more, status, code) => {
    const refused = await add(FIVE, await more());

    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(await countOf('candidate')).toBe(0);
  });

  const open = () => aSearch(api.dataSource, firm);
  const closed = async () => {
    const id = await open();
    await post(`searches/${id}/close`, { version: 1, reason: 'cancelled' }, 'partner');
    return id;
  };
});

const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id);
