import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, aStalledFlag, onSearch } from '../factories/search.factory.js';
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

type Row = Record<string, unknown> & { id: string };

const get = (list: string, query: string, role: Role = 'partner') =>
  api.request(firm.cookie(role)).get(`/api/${list}?${query}`);
const rows = async (list: string, query: string, role?: Role): Promise<Row[]> =>
  (await get(list, query, role)).body.items;

/** All rows, two at a time. */
async function inPages(list: string, query: string): Promise<Row[]> {
  const seen: Row[] = [];
  for (let after = ''; ;) {
    const { status, body } = await get(list, `${query}&limit=2${after}`);
    expect(status).toBe(200);
    seen.push(...body.items);
    if (body.next === null) return seen;
    after = `&after=${body.next}`;
  }
}

const SORTS = {
  candidates: ['name', 'employer', 'city', 'added'],
  searches: ['opened', 'title', 'client', 'lead', 'health', 'active', 'target'],
  clients: ['name', 'industry', 'country'],
} as const;

async function someOfEach(): Promise<void> {
  const cities = ['Zürich', 'Aachen', null, 'Örebro', 'Aachen', null, 'aalen'];
  const candidates: string[] = [];
  for (const [i, city] of cities.entries())
    candidates.push(
      await aCandidate(api.dataSource, firm, { name: `Person ${i % 3}`, city, employer: i % 2 ? 'Örsted' : null }),
    );
  for (const [i, industry] of ['Robotics', null, 'Ärzte', 'Robotics', null].entries())
    await aClient(api.dataSource, firm, { name: `Client ${i % 2}`, industry, country: i < 3 ? 'DE' : null });
  for (let i = 0; i < 5; i += 1) {
    const id = await aSearch(api.dataSource, firm, {
      title: `Chief ${i % 2}`,
      targetDate: i < 2 ? null : `2026-12-0${(i % 2) + 1}`,
      leadUserId: i < 3 ? firm.users.partner.id : firm.users.consultant.id,
    });
    if (i < 2) await aStalledFlag(api.dataSource, firm, id);
    for (const candidateId of candidates.slice(0, i % 3))
      await onSearch(api.dataSource, firm, { searchId: id, candidateId, stage: 'sourced' });
  }
}

describe('a sorted list', () => {
  it.each(Object.entries(SORTS).flatMap(([list, columns]) => columns.map((column) => [list, column])))(
    'of %s by %s goes both ways, page by page, without losing or repeating a row of equal value',
    async (list, column) => {
      await someOfEach();
      const all = (await rows(list, 'limit=100')).map(({ id }) => id).sort();

      for (const sort of [column, `-${column}`]) {
        const paged = await inPages(list, `sort=${sort}`);
        expect(paged.map(({ id }) => id).sort()).toEqual(all);
        expect(await rows(list, `sort=${sort}&limit=100`)).toEqual(paged);
      }
    },
  );

  const NARROWED = [
    ...(['stalled', 'on_track'] as const).flatMap((health) =>
      SORTS.searches.map(
        (sort) => ['searches', `health=${health}`, sort, (row: Row) => row['health'] === health] as const,
      ),
    ),
    ...(['true', 'false'] as const).flatMap((active) =>
      SORTS.candidates.map(
        (sort) =>
          [
            'candidates',
            `active=${active}`,
            sort,
            (row: Row) => (row['activeSearches'] !== 0) === (active === 'true'),
          ] as const,
      ),
    ),
  ];

  it.each(NARROWED)(
    'of %s with %s by %s has full pages of those that match, none lost and none repeated',
    async (list, filter, sort, matches) => {
      await someOfEach();
      const wanted = (await rows(list, `sort=${sort}&limit=100`)).filter(matches);
      const { body: first } = await get(list, `${filter}&sort=${sort}&limit=2`);

      expect(wanted.length).toBeGreaterThan(1);
      expect(first.items).toEqual(wanted.slice(0, 2));
      expect(await inPages(list, `${filter}&sort=${sort}`)).toEqual(wanted);
    },
  );

  it('goes by the order of languages, and has what is not known last both ways', async () => {
    await someOfEach();
    const cities = async (sort: string) => (await rows('candidates', `sort=${sort}`)).map(({ city }) => city);

    expect(await cities('city')).toEqual(['Aachen', 'Aachen', 'aalen', 'Örebro', 'Zürich', null, null]);
    expect(await cities('-city')).toEqual(['Zürich', 'Örebro', 'aalen', 'Aachen', 'Aachen', null, null]);
  });

  it('has the newest candidates first, and the worst searches', async () => {
    await someOfEach();
    const last = await aCandidate(api.dataSource, firm, { name: 'Aaron' });

    expect((await rows('candidates', 'sort=-added'))[0]?.id).toBe(last);
    expect((await rows('searches', 'sort=-health')).map(({ health }) => health).slice(0, 3)).toEqual([
      'stalled',
      'stalled',
      'on_track',
    ]);
    expect((await rows('searches', 'sort=-active')).map(({ activeCount }) => activeCount)).toEqual([2, 1, 1, 0, 0]);
  });

  it('is sorted and paged the same when words are looked for', async () => {
    await someOfEach();

    expect(await inPages('candidates', 'q=person&sort=-city')).toEqual(await inPages('candidates', 'sort=-city'));
    expect(await inPages('clients', 'q=client&sort=industry')).toEqual(await inPages('clients', 'sort=industry'));
  });

  it.each([
    ['candidates', 'sort=phone'],
    ['candidates', 'sort=name,city'],
    ['candidates', 'sort=--name'],
    ['searches', 'sort=confidential'],
    ['clients', 'sort=id;drop'],
  ])('of %s refuses %s', async (list, query) => {
    expect((await get(list, query)).status).toBe(400);
  });

  it('refuses a place of another order', async () => {
    await someOfEach();
    const { next } = (await get('candidates', 'sort=name&limit=1')).body;

    expect((await get('candidates', `sort=added&after=${next}`)).body.code).toBe('unknown_cursor');
  });

  it.each([
    ['candidates', 'name'],
    ['searches', 'opened'],
    ['clients', '-name'],
  ])('of %s by %s refuses to go on after a row without a value, as each has one', async (list, sort) => {
    await someOfEach();
    const after = Buffer.from(JSON.stringify([newId()])).toString('base64url');

    const { status, body } = await get(list, `sort=${sort}&after=${after}`);

    expect([status, body.code]).toEqual([400, 'unknown_cursor']);
  });
});

describe('a narrowed list', () => {
  const names = async (list: string, query: string, role?: Role) =>
    (await rows(list, query, role)).map((row) => row['name'] ?? row['title']);

  it('of candidates goes by place, layer, background and whether they are in a search', async () => {
    const { dataSource } = api;
    await aCandidate(dataSource, firm, { name: 'Ada', city: 'München', country: 'DE', layer: 'research' });
    await aCandidate(dataSource, firm, { name: 'Ben', city: 'Amberline', country: 'US', signals: ['phd', 'big4_ai'] });
    const clara = await aCandidate(dataSource, firm, {
      name: 'Clara',
      city: 'Berlin',
      country: 'DE',
      signals: ['phd'],
    });
    await onSearch(dataSource, firm, {
      searchId: await aSearch(dataSource, firm),
      candidateId: clara,
      stage: 'sourced',
    });

    expect(await names('candidates', 'city=munchen')).toEqual(['Ada']);
    expect(await names('candidates', 'city=berlin')).toEqual(['Clara']);
    expect(await names('candidates', 'country=de')).toEqual(['Ada', 'Clara']);
    expect(await names('candidates', 'layer=research')).toEqual(['Ada']);
    expect(await names('candidates', 'signal=phd')).toEqual(['Ben', 'Clara']);
    expect(await names('candidates', 'signal=phd&country=US')).toEqual(['Ben']);
    expect(await names('candidates', 'active=true')).toEqual(['Clara']);
    expect(await names('candidates', 'active=false&sort=-name')).toEqual(['Ben', 'Ada']);
    expect(await names('candidates', 'q=a&active=false&country=DE')).toEqual(['Ada']);
    expect(await names('candidates', 'city=&country=&layer=&signal=&active=')).toHaveLength(3);
  });

  it('of candidates says nothing of a search the reader may not see', async () => {
    const candidateId = await aCandidate(api.dataSource, firm, { name: 'Ada' });
    const hidden = { confidential: true, leadUserId: firm.users.partner.id };
    await onSearch(api.dataSource, firm, {
      searchId: await aSearch(api.dataSource, firm, hidden),
      candidateId,
      stage: 'sourced',
    });

    expect(await names('candidates', 'active=true', 'partner')).toEqual(['Ada']);
    expect(await names('candidates', 'active=true', 'admin')).toEqual([]);
    expect(await names('candidates', 'active=false', 'admin')).toEqual(['Ada']);
  });

  it('of searches goes by office and role', async () => {
    await aSearch(api.dataSource, firm, { title: 'Ours', roleKey: 'vp_mlops' });
    await aSearch(api.dataSource, firm, { title: 'Other', roleKey: 'chief_ai_officer' });

    expect(await names('searches', 'roleKey=vp_mlops')).toEqual(['Ours']);
    expect(await names('searches', `officeId=${firm.officeId}&sort=title`)).toEqual(['Other', 'Ours']);
    expect(await names('searches', `officeId=${firm.id}`)).toEqual([]);
  });

  it('of clients goes by country and industry', async () => {
    await aClient(api.dataSource, firm, { name: 'Acme', country: 'DE', industry: 'Industrial robotics' });
    await aClient(api.dataSource, firm, { name: 'Bolt', country: 'FR', industry: 'Banking' });

    expect(await names('clients', 'country=FR')).toEqual(['Bolt']);
    expect(await names('clients', 'industry=robot')).toEqual(['Acme']);
    expect(await names('clients', 'industry=robot&country=FR')).toEqual([]);
  });

  it.each([
    ['candidates', 'country=Germany'],
    ['candidates', 'layer=nothing'],
    ['candidates', 'active=perhaps'],
    ['searches', 'officeId=berlin'],
    ['clients', 'country=Germany'],
  ])('of %s refuses %s', async (list, query) => {
    expect((await get(list, query)).status).toBe(400);
  });
});
