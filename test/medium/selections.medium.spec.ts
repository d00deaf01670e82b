import type { Role } from '@app/identity/identity.types.js';
import { MOST_SELECTED } from '@app/sheets/sheets.types.js';
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

const get = (address: string, role: Role = 'partner') => api.request(firm.cookie(role)).get(`/api/${address}`);
const matching = async (list: string, query = '', role?: Role) => {
  const { status, body } = await get(`${list}/matching?${query}`, role);
  expect(status).toBe(200);
  return body as { items: { id: string; name: string; version: number }[]; more: boolean };
};
const names = async (...asked: Parameters<typeof matching>) => (await matching(...asked)).items.map(({ name }) => name);

describe('all that match', () => {
  it('are the searches of the filter, in the order of the list, each with the version it is changed by', async () => {
    const stalled = await aSearch(api.dataSource, firm, { title: 'Inference Lead' });
    await aStalledFlag(api.dataSource, firm, stalled);
    const lead = { leadUserId: firm.users.consultant.id };
    const other = await aSearch(api.dataSource, firm, { title: 'VP MLOps', ...lead });
    await api
      .request(firm.cookie('partner'))
      .patch(`/api/searches/${other}`)
      .send({ version: 1, title: 'VP Research' });

    expect(await matching('searches', 'sort=-title')).toEqual({
      items: [
        { id: other, name: 'VP Research', version: 2 },
        { id: stalled, name: 'Inference Lead', version: 1 },
      ],
      more: false,
    });
    expect(await names('searches', 'health=stalled')).toEqual(['Inference Lead']);
    expect(await names('searches', `leadId=${firm.users.consultant.id}`)).toEqual(['VP Research']);
  });

  it('are the candidates and the clients of the filter', async () => {
    const berliner = await aCandidate(api.dataSource, firm, { name: 'Zoë Adler', country: 'DE' });
    await aCandidate(api.dataSource, firm, { name: 'Ben Ode', country: 'FR' });
    const searchId = await aSearch(api.dataSource, firm);
    await onSearch(api.dataSource, firm, { searchId, candidateId: berliner, stage: 'sourced' });
    await aClient(api.dataSource, firm, { name: 'Acme', country: 'DE' });

    expect(await names('candidates')).toEqual(['Ben Ode', 'Zoë Adler']);
    expect(await names('candidates', 'active=true')).toEqual(['Zoë Adler']);
    expect(await names('candidates', 'country=FR&sort=-name')).toEqual(['Ben Ode']);
    expect((await matching('clients', 'q=acme')).items).toEqual([{ id: expect.any(String), name: 'Acme', version: 1 }]);
  });

  it('hold no search the reader may not see, nor who is active in it alone', async () => {
    const candidateId = await aCandidate(api.dataSource, firm, { name: 'Ada' });
    const hidden = { title: 'Hidden', confidential: true, leadUserId: firm.users.partner.id };
    const searchId = await aSearch(api.dataSource, firm, hidden);
    await onSearch(api.dataSource, firm, { searchId, candidateId, stage: 'sourced' });

    expect([await names('searches'), await names('searches', '', 'admin')]).toEqual([['Hidden'], []]);
    expect([await names('candidates', 'active=true'), await names('candidates', 'active=true', 'admin')]).toEqual([
      ['Ada'],
      [],
    ]);
  });

  it('are a thousand at most, the first of the list, and it is said that there are more', async () => {
    await api.dataSource.query(
      `insert into client (firm_id, id, name) select $1, new_id(), 'Client ' || lpad(i::text, 4, '0') from generate_series(1, $2::int) i`,
      [firm.id, MOST_SELECTED],
    );
    const all = await matching('clients');
    await aClient(api.dataSource, firm, { name: 'A client before them' });
    const first = await matching('clients');

    expect([all.items.length, all.more]).toEqual([MOST_SELECTED, false]);
    expect([first.items.length, first.more, first.items[0]?.name]).toEqual([
      MOST_SELECTED,
      true,
      'A client before them',
    ]);
  });

  it.each(['candidates', 'searches', 'clients'])('of %s are read in one query', async (list) => {
    expect(await countQueries(api.dataSource, () => matching(list))).toBe(1);
  });

  it.each([
    'searches/matching?limit=5',
    'searches/matching?health=red',
    'clients/matching?after=x',
    'candidates/matching?active=1',
  ])('are not told of %s', async (address) => {
    expect((await get(address)).status).toBe(400);
  });
});
