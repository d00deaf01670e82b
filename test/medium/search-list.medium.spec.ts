import type { Role } from '@app/identity/identity.types.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, aStalledFlag, onSearch } from '../factories/search.factory.js';
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

const as = (role: Role, of = firm) => api.request(of.cookie(role));
const post = (path: string, body: object, role: Role = 'partner') => as(role).post(`/api/searches/${path}`).send(body);

describe('the list of searches', () => {
  const list = async (query: string, role: Role = 'partner') => (await as(role).get(`/api/searches?${query}`)).body;
  const titles = async (query: string, role: Role = 'partner') =>
    (await list(query, role)).items.map(({ title }: { title: string }) => title);

  it('goes from the newest to the oldest, page by page, without losing or repeating one', async () => {
    const moment = new Date('2026-11-01T09:00:00.123Z');
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      ids.push(await aSearch(api.dataSource, firm, { openedAt: new Date(moment.getTime() - Math.floor(i / 3)) }));
    }

    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 4; page += 1) {
      const { items, next } = await list(`limit=2${after}`);
      seen.push(...items.map(({ id }: { id: string }) => id));
      after = `&after=${next}`;
      if (next === null) break;
    }

    expect([...seen].sort()).toEqual([...ids].sort());
    expect(seen.slice(-1)).toEqual(ids.slice(-1));
  });

  it('is filtered by status, lead, client, health and words without regard to case and accents', async () => {
    const zurich = await aClient(api.dataSource, firm, { name: 'Zürich 100% Robotics' });
    await aSearch(api.dataSource, firm, { title: 'Chief AI Officer', clientId: zurich });
    await aSearch(api.dataSource, firm, { title: 'VP MLOps', leadUserId: firm.users.consultant.id, ref: 'VPML-77' });
    const stalled = await aSearch(api.dataSource, firm, { title: 'Inference Lead' });
    await aStalledFlag(api.dataSource, firm, stalled);
    const held = await aSearch(api.dataSource, firm, { title: 'VP Research' });
    await post(`${held}/hold`, { version: 1 });

    expect(await titles('status=on_hold')).toEqual(['VP Research']);
    expect(await titles('health=stalled')).toEqual(['Inference Lead']);
    expect(await titles('health=on_hold')).toEqual(['VP Research']);
    expect(await titles(`leadId=${firm.users.consultant.id}`)).toEqual(['VP MLOps']);
    expect(await titles(`clientId=${zurich}`)).toEqual(['Chief AI Officer']);
    expect(await titles('q=zurich%20CHIEF')).toEqual(['Chief AI Officer']);
    expect(await titles('q=vpml-77')).toEqual(['VP MLOps']);
    expect(await titles('q=100%25')).toEqual(['Chief AI Officer']);
    expect(await titles('q=_')).toEqual([]);
    expect(await titles('q=zurich%20mlops')).toEqual([]);
    expect(await titles('q=&status=on_hold')).toEqual(['VP Research']);
  });

  it('shows confidential searches to their lead and team only', async () => {
    await aSearch(api.dataSource, firm, { title: 'Open' });
    await aSearch(api.dataSource, firm, {
      title: 'Secret',
      confidential: true,
      leadUserId: firm.users.partner.id,
      memberIds: [firm.users.researcher.id],
    });

    expect((await titles('')).sort()).toEqual(['Open', 'Secret']);
    expect((await titles('', 'researcher')).sort()).toEqual(['Open', 'Secret']);
    expect(await titles('', 'admin')).toEqual(['Open']);
    expect(await titles('q=secret', 'consultant')).toEqual([]);
  });

  it('counts live candidacies beside each search', async () => {
    const id = await aSearch(api.dataSource, firm);
    for (const stage of ['sourced', 'presented']) {
      const candidateId = await aCandidate(api.dataSource, firm);
      await onSearch(api.dataSource, firm, { searchId: id, candidateId, stage });
    }
    await api.dataSource.query(
      `update candidacy set outcome = 'rejected', ended_at = now()
       where firm_id = $1 and search_id = $2 and stage_id = $3`,
      [firm.id, id, firm.stages.sourced],
    );

    expect((await list('')).items).toMatchObject([{ id, activeCount: 1 }]);
  });

  it('shows nothing of other firms', async () => {
    await aSearch(api.dataSource, await aFirm(api.dataSource));

    expect(await list('')).toEqual({ items: [], next: null });
  });

  it('takes as many queries for a hundred rows as for one', async () => {
    const clientId = await aClient(api.dataSource, firm);
    await aSearch(api.dataSource, firm, { clientId });
    const one = await countQueries(api.dataSource, () => list('limit=100'));
    for (let i = 0; i < 99; i += 1) await aSearch(api.dataSource, firm, { clientId });

    const hundred = await countQueries(api.dataSource, async () => {
      expect((await list('limit=100')).items).toHaveLength(100);
    });

    expect([one, hundred]).toEqual([1, 1]);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=ten',
    'status=lost',
    'health=red',
    'leadId=me',
    'page=2',
    'after=x',
    'q=a&q=b',
  ])('refuses %s', async (query) => {
    expect((await as('partner').get(`/api/searches?${query}`)).status).toBe(400);
  });
});
