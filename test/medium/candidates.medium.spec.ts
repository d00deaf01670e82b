import { newId } from '@app/platform/database/id.js';
import { dateOf } from '@app/platform/time/local-date.js';
import { localDayOf } from '@app/platform/time/zone.js';
import type { Role } from '@app/identity/identity.types.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, onSearch } from '../factories/search.factory.js';
import { countQueries } from '../lib/count-queries.js';
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

const as = (role: Role) => api.request(firm.cookie(role));
const add = (fields: object, role: Role = 'researcher') => as(role).post('/api/candidates').send(fields);
const edit = (id: string, changes: object) => as('researcher').patch(`/api/candidates/${id}`).send(changes);
const list = async (query: string, role: Role = 'researcher') => (await as(role).get(`/api/candidates?${query}`)).body;
const names = async (q: string): Promise<string[]> =>
  (await list(`q=${encodeURIComponent(q)}`)).items.map(({ name }: { name: string }) => name);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

const FULL = {
  name: 'Zoë Example',
  email: 'zoe@mail.example',
  phone: '+49 30 901820',
  profileUrl: 'https://profiles.example/zoe',
  city: 'Berlin',
  country: 'DE',
  title: 'VP MLOps',
  employer: 'Northwind Models',
  layer: 'inference_infrastructure',
  signals: ['hyperscaler_alumni', 'phd'],
  source: 'Conference',
};

describe('adding a candidate', () => {
  it('keeps what was typed in', async () => {
    const { status, body } = await add({ ...FULL, inMarketSince: '2026-11-03' });

    expect(status).toBe(201);
    expect(body).toEqual({
      ...FULL,
      id: expect.any(String),
      ref: null,
      inMarketSince: '2026-11-03',
      article14: expect.objectContaining({ state: 'due' }),
      erased: false,
      allowed: { erase: false },
      version: 1,
      activeSearches: 0,
      candidacies: [],
    });
    expect((await as('researcher').get(`/api/candidates/${body.id}`)).body).toEqual(body);
  });

  it('needs a name and nothing else', async () => {
    const { status, body } = await add({ name: '  Ada   Example ', email: '', city: null });

    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Ada   Example', email: null, city: null, signals: [] });
  });

  it('is audited and announced in the same commit, without a word about the person', async () => {
    const { body } = await add(FULL);

    const audit = await api.dataSource.query(
      'select action, actor_id, subject_type, detail from audit_entry where firm_id = $1 and subject_id = $2',
      [firm.id, body.id],
    );
    expect(audit).toEqual([
      {
        action: 'candidates.candidate_added',
        actor_id: firm.users.researcher.id,
        subject_type: 'candidate',
        detail: {},
      },
    ]);
    const outbox = await api.dataSource.query('select fact from outbox where firm_id = $1 and subject_id = $2', [
      firm.id,
      body.id,
    ]);
    expect(outbox).toEqual([{ fact: 'candidates.candidate_added' }]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown field', { salary: 1 }, 'There is no field "salary" here.'],
    ['a name that is no text', { name: ['Ada'] }, 'Name must be a string.'],
    ['an empty name', { name: ' ' }, 'Name must not be empty.'],
    ['a mail address without a domain', { email: 'zoe' }, 'Email must be an email address.'],
    ['a phone number in words', { phone: 'call me' }, 'Phone must be a phone number, such as +49 30 901820.'],
    ['a profile that is a script', { profileUrl: 'javascript:alert(1)' }, 'Profile link must be a web address'],
    ['a profile that carries a password', { profileUrl: 'https://me:pw@profiles.example' }, 'Profile link must be'],
    ['a country in words', { country: 'Germany' }, 'Country must be a country code of two letters, such as DE.'],
    ['a country nobody has', { country: 'XX' }, 'Country must be a country code of two letters, such as DE.'],
    ['an unknown layer', { layer: 'quantum' }, 'Execution layer must be one of the following values'],
    ['an unknown signal', { signals: ['tall'] }, 'Each value in background must be one of the following values'],
    ['signals that are no list', { signals: 'phd' }, 'Background must be an array.'],
    ['signals that are null', { signals: null }, 'Background must be an array.'],
    ['a day that does not exist', { inMarketSince: '2026-02-30' }, 'In the market since must be a valid date'],
    ['a moment for a day', { inMarketSince: '2026-11-03T10:00:00Z' }, 'In the market since must be a valid date'],
    ['a moment as a number', { inMarketSince: 1_790_000_000 }, 'In the market since must be a valid date'],
    ['a character nobody can store', { city: 'Ber\u0000lin' }, 'City must not contain a null character.'],
  ])('refuses %s', async (_, changes, sentence) => {
    const { status, body } = await add({ ...FULL, ...changes });

    expect(status).toBe(400);
    expect(body.errors[0].field).toBe(Object.keys(changes)[0]);
    expect(body.errors.map(({ message }: { message: string }) => message).join(' ')).toContain(sentence);
  });
});

describe('a candidate', () => {
  it.each<[string, () => Promise<string>]>([
    ['an id nobody has', async () => newId()],
    ["another firm's candidate", async () => aCandidate(api.dataSource, await aFirm(api.dataSource))],
  ])('is unknown, in the same words, for %s', async (_, make) => {
    const id = await make();
    const answers = [await as('admin').get(`/api/candidates/${id}`), await edit(id, { version: 1, name: 'X' })];

    for (const { status, body } of answers) {
      expect(status).toBe(404);
      expect(body).toEqual({
        type: 'urn:searchlight:problem:candidate_not_found',
        title: 'Candidate not found',
        status: 404,
        code: 'candidate_not_found',
        detail: 'There is no candidate with this id.',
      });
    }
  });

  it('shows where they stand in the searches the reader may see, with their market windows', async () => {
    const candidateId = await aCandidate(api.dataSource, firm);
    const open = await aSearch(api.dataSource, firm, { title: 'Open' });
    const secret = await aSearch(api.dataSource, firm, { title: 'Secret', confidential: true });
    await onSearch(api.dataSource, firm, { searchId: open, candidateId, stage: 'presented', at: daysAgo(23) });
    await onSearch(api.dataSource, firm, { searchId: secret, candidateId, stage: 'sourced' });

    const lead = (await as('partner').get(`/api/candidates/${candidateId}`)).body;
    const other = (await as('admin').get(`/api/candidates/${candidateId}`)).body;

    expect(lead.activeSearches).toBe(2);
    expect(lead.candidacies).toMatchObject([
      { search: { id: secret, title: 'Secret' }, stageLabel: 'Sourced', window: null },
      { search: { id: open }, stageLabel: 'Presented', outcome: null, window: { day: 23, state: 'closing' } },
    ]);
    expect(other.activeSearches).toBe(1);
    expect(other.candidacies).toEqual([lead.candidacies[1]]);
  });
});

describe('editing a candidate', () => {
  it('changes what was given, clears by null and audits the names of the fields', async () => {
    const { body } = await add(FULL);

    const edited = await edit(body.id, { version: 1, title: 'Head of AI', phone: null, signals: [] });

    expect(edited.status).toBe(200);
    expect(edited.body).toEqual({ ...body, title: 'Head of AI', phone: null, signals: [], version: 2 });
    const [audit] = await api.dataSource.query(
      `select detail from audit_entry where firm_id = $1 and subject_id = $2 and action = 'candidates.candidate_changed'`,
      [firm.id, body.id],
    );
    expect(audit.detail).toEqual({ changed: ['phone', 'title', 'signals'] });
  });

  it('moves the market window of every search when they say since when they are in the market', async () => {
    const candidateId = await aCandidate(api.dataSource, firm);
    const searchId = await aSearch(api.dataSource, firm);
    await onSearch(api.dataSource, firm, { searchId, candidateId, stage: 'presented', at: daysAgo(2) });

    const inMarketSince = dateOf(localDayOf(daysAgo(22), 'Europe/Berlin'));
    const { body } = await edit(candidateId, { version: 1, inMarketSince });

    expect(body.candidacies).toMatchObject([{ window: { day: 22, state: 'closing' } }]);
  });

  it('refuses a stale version and sends the record as it is now', async () => {
    const { body } = await add(FULL);
    await edit(body.id, { version: 1, city: 'Bonn' });

    const late = await edit(body.id, { version: 1, city: 'Ulm' });

    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'stale_version', current: { id: body.id, city: 'Bonn', version: 2 } });
  });

  it('lets exactly one of many who started from the same version through', async () => {
    const id = await aCandidate(api.dataSource, firm);

    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => edit(id, { version: 1, city: `City ${i}` })));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['no version', { name: 'X' }],
    ['a name that is null', { version: 1, name: null }],
    ['a field of ours', { version: 1, ref: 'C-1' }],
    ['a wrong mail address', { version: 1, email: 'a@b@c.example' }],
  ])('refuses %s', async (_, changes) => {
    expect((await edit(await aCandidate(api.dataSource, firm), changes)).status).toBe(400);
  });
});

describe('the list of candidates', () => {
  it('goes by name, page by page, without losing or repeating one', async () => {
    for (const name of ['Bo', 'Ada', 'Cy', 'Ada', 'Ada', 'Élan', 'Zed'])
      await aCandidate(api.dataSource, firm, { name });

    const seen: { id: string; name: string }[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: typeof seen; next: string | null } = await list(`limit=2${next && `&after=${next}`}`);
      seen.push(...page.items);
      next = page.next;
    }

    expect(new Set(seen.map(({ id }) => id)).size).toBe(7);
    expect(seen.map(({ name }) => name).slice(0, 4)).toEqual(['Ada', 'Ada', 'Ada', 'Bo']);
  });

  it('finds beginnings of words of name, title and employer, whatever case and accents', async () => {
    await aCandidate(api.dataSource, firm, { name: 'Zoë Müller', title: 'VP MLOps', employer: 'Northwind' });
    await aCandidate(api.dataSource, firm, { name: 'Łukasz Müllner', title: 'Head of AI', employer: "O'Reilly & Co" });
    await aCandidate(api.dataSource, firm, { name: 'Jean-Pierre Dupont', title: 'CTO/Founder' });

    expect(await names('mull')).toEqual(['Łukasz Müllner', 'Zoë Müller']);
    expect(await names('müller ZOE')).toEqual(['Zoë Müller']);
    expect(await names('lukasz')).toEqual(['Łukasz Müllner']);
    expect(await names('vp north')).toEqual(['Zoë Müller']);
    expect(await names("o'reil")).toEqual(['Łukasz Müllner']);
    expect(await names('jean-p')).toEqual(['Jean-Pierre Dupont']);
    expect(await names('pierre')).toEqual(['Jean-Pierre Dupont']);
    expect(await names('ller')).toEqual([]);
    expect(await names('zoe dupont')).toEqual([]);
  });

  it.each(["'", '\\', ':*', '!', '&|', "a' | 'b", '<->', '%', '(('])(
    'takes %s for a question like any other',
    async (q) => {
      expect(await names(q)).toEqual([]);
    },
  );

  it('pages through what was found', async () => {
    for (let i = 0; i < 5; i += 1) await aCandidate(api.dataSource, firm, { name: `Example ${i}` });

    const first = await list('q=exam&limit=3');
    const second = await list(`q=exam&limit=3&after=${first.next}`);

    expect([...first.items, ...second.items].map(({ name }: { name: string }) => name)).toEqual(
      Array.from({ length: 5 }, (_, i) => `Example ${i}`),
    );
    expect(second.next).toBeNull();
  });

  it('goes along the names when too many match to be sorted, and finds the same', async () => {
    await api.dataSource.query(
      `insert into candidate (firm_id, id, name)
       select $1, gen_random_uuid(), 'Crowd ' || lpad(i::text, 6, '0') from generate_series(1, 10050) i`,
      [firm.id],
    );

    const first = await list('q=crowd&limit=2');
    const second = await list(`q=crowd&limit=2&after=${first.next}`);

    expect([...first.items, ...second.items].map(({ name }: { name: string }) => name)).toEqual([
      'Crowd 000001',
      'Crowd 000002',
      'Crowd 000003',
      'Crowd 000004',
    ]);
  });

  it('counts only running searches that the reader may see', async () => {
    const candidateId = await aCandidate(api.dataSource, firm, { name: 'Busy' });
    const searches = [
      await aSearch(api.dataSource, firm),
      await aSearch(api.dataSource, firm, { confidential: true }),
      await aSearch(api.dataSource, firm),
    ];
    for (const searchId of searches) {
      await onSearch(api.dataSource, firm, { searchId, candidateId, stage: 'sourced' });
    }
    await as('partner').post(`/api/searches/${searches[2]}/close`).send({ version: 1, reason: 'cancelled' });

    expect((await list('', 'partner')).items).toMatchObject([{ activeSearches: 2 }]);
    expect((await list('q=busy', 'admin')).items).toMatchObject([{ activeSearches: 1 }]);
  });

  it('shows nothing of other firms', async () => {
    await aCandidate(api.dataSource, await aFirm(api.dataSource), { name: 'Neighbour' });

    expect(await list('')).toEqual({ items: [], next: null });
    expect(await names('neighbour')).toEqual([]);
  });

  it.each(['limit=100', 'q=example&limit=100'])('takes one query for one row and for a hundred: %s', async (query) => {
    await aCandidate(api.dataSource, firm, { name: 'Example' });
    const one = await countQueries(api.dataSource, () => list(query));
    for (let i = 0; i < 99; i += 1) await aCandidate(api.dataSource, firm, { name: `Example ${i}` });

    const hundred = await countQueries(api.dataSource, async () => {
      expect((await list(query)).items).toHaveLength(100);
    });

    expect([one, hundred]).toEqual([1, 1]);
  });

  it.each(['limit=0', 'limit=101', 'limit=1.5', 'after=x', 'name=x'])('refuses %s', async (query) => {
    expect((await as('partner').get(`/api/candidates?${query}`)).status).toBe(400);
  });
});
