import { readSheet } from 'read-excel-file/node';
import { MOST_ROWS } from '@app/sheets/sheets.types.js';
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

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ask = (list: string, query: string, role: Role = 'partner') =>
  api
    .request(firm.cookie(role))
    .get(`/api/${list}/export?${query}`)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
async function csv(list: string, query = '', role?: Role): Promise<string[]> {
  const { status, body } = await ask(list, `format=csv&${query}`, role);
  expect(status).toBe(200);
  return String(body as Buffer)
    .trimEnd()
    .split('\r\n');
}
const workbook = async (list: string, query = '', role?: Role) =>
  readSheet((await ask(list, `format=xlsx&${query}`, role)).body as Buffer);

async function threePeople(): Promise<string[]> {
  const people = [
    { name: 'Zoë Adler', title: 'Head of AI', employer: 'Örsted', city: 'München', country: 'DE', ref: 'K-1' },
    { name: '=1+1', city: 'Berlin', country: 'DE', layer: 'research', signals: ['phd', 'frontier_lab'] },
    { name: 'Ben Ode', city: 'Lyon', country: 'FR' },
  ] as const;
  const ids: string[] = [];
  for (const person of people) ids.push(await aCandidate(api.dataSource, firm, { ...person } as never));
  return ids;
}

describe('a list as a CSV file', () => {
  it('is filtered, sorted and has the columns that were chosen, in their order', async () => {
    await threePeople();

    expect(await csv('candidates', 'country=DE&sort=-name&columns=active.place')).toEqual([
      '\ufeffName,Title,Employer,City,Country,Active in',
      'Zoë Adler,Head of AI,Örsted,München,Germany,0',
      "'=1+1,,,Berlin,Germany,0",
    ]);
  });

  it('says words and not codes, as the screen does', async () => {
    await threePeople();

    expect((await csv('candidates', 'layer=research&columns=layer.background'))[1]).toBe(
      '\'=1+1,,,Research,"Doctorate, Frontier lab"',
    );
  });

  it('is sent as a file to keep', async () => {
    const { headers } = await ask('clients', 'format=csv');

    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="clients.csv"',
      'cache-control': 'no-store',
    });
  });
});

describe('a list as a workbook', () => {
  it('has numbers and days as such, days where the office of the reader is', async () => {
    const searchId = await aSearch(api.dataSource, firm, {
      ...{ title: 'Chief AI Officer', ref: 'CAIO-1', targetDate: '2026-12-24' },
      openedAt: new Date('2026-06-30T22:30:00Z'),
    });
    for (const candidateId of await threePeople())
      await onSearch(api.dataSource, firm, { searchId, candidateId, stage: 'sourced' });
    await api.dataSource.query(`update office set time_zone = 'Europe/Berlin' where firm_id = $1`, [firm.id]);

    const [heads, row] = await workbook('searches', 'columns=lead.active.opened.target');

    expect(heads).toEqual([
      ...['Search', 'Client', 'Reference', 'Confidential', 'Lead', 'Active', 'Opened', 'Target date'],
    ]);
    expect(row).toEqual([
      ...['Chief AI Officer', expect.any(String), 'CAIO-1', 'No', firm.users.partner.name],
      ...[3, new Date('2026-07-01'), new Date('2026-12-24')],
    ]);
  });

  it('is sent as a file to keep, and its formulas are texts', async () => {
    await threePeople();
    const { headers, body } = await ask('candidates', 'format=xlsx&columns=active');

    expect(headers).toMatchObject({
      'content-type': XLSX,
      'content-disposition': 'attachment; filename="candidates.xlsx"',
    });
    expect((await readSheet(body as Buffer)).map(([name]) => name)).toEqual(['Name', '=1+1', 'Ben Ode', 'Zoë Adler']);
  });

  it('of nothing has its heads', async () => {
    expect(await workbook('clients', 'country=FR')).toEqual([['Client', 'Industry', 'Country', 'Domain']]);
  });
});

describe('a list that is taken along', () => {
  it('holds no search the reader may not see, and none of who is in it', async () => {
    const candidateId = await aCandidate(api.dataSource, firm, { name: 'Ada' });
    const hidden = { title: 'Hidden', confidential: true, leadUserId: firm.users.partner.id };
    await onSearch(api.dataSource, firm, {
      searchId: await aSearch(api.dataSource, firm, hidden),
      candidateId,
      stage: 'sourced',
    });

    expect((await csv('searches', '', 'partner'))[1]).toContain('Hidden');
    expect(await csv('searches', '', 'admin')).toHaveLength(1);
    expect((await csv('candidates', 'columns=active', 'partner'))[1]).toBe('Ada,,,1');
    expect((await csv('candidates', 'columns=active', 'admin'))[1]).toBe('Ada,,,0');
  });

  it('is audited: by whom, which and how many rows, and no name', async () => {
    await aClient(api.dataSource, firm, { name: 'Acme', country: 'DE' });
    await csv('clients', 'q=acme', 'researcher');
    await workbook('candidates', '', 'consultant');

    const entries = await api.dataSource.query(
      `select actor_id, subject_type, subject_id, detail from audit_entry
       where firm_id = $1 and action = 'sheets.list_exported' order by id`,
      [firm.id],
    );
    expect(entries).toEqual(
      [
        [firm.users.researcher.id, { list: 'clients', format: 'csv', rows: 1 }],
        [firm.users.consultant.id, { list: 'candidates', format: 'xlsx', rows: 0 }],
      ].map(([id, detail]) => ({ actor_id: id, subject_type: 'user', subject_id: id, detail })),
    );
  });

  it('is refused where it is too long, and recorded as nothing', async () => {
    await api.dataSource.query(
      `insert into client (firm_id, id, name) select $1, new_id(), 'Client ' || i from generate_series(1, $2::int) i`,
      [firm.id, MOST_ROWS + 1],
    );

    const { status, body } = await ask('clients', 'format=xlsx');
    expect([status, JSON.parse(String(body))]).toEqual([
      422,
      expect.objectContaining({
        code: 'too_many_rows',
        detail: 'More than 20,000 rows match. Narrow the list, and export it again.',
      }),
    ]);
    const [{ count }] = await api.dataSource.query(
      `select count(*)::int from audit_entry where firm_id = $1 and action = 'sheets.list_exported'`,
      [firm.id],
    );
    expect(count).toBe(0);
    expect(await csv('clients', 'q=20000')).toEqual(['\ufeffClient,Industry,Country,Domain', 'Client 20000,,,']);
  }, 60_000);

  it('is made two at a time for a firm, and others are told to come back', async () => {
    await threePeople();
    const told = await Promise.all([1, 2, 3].map(async () => ask('candidates', 'format=xlsx')));

    expect(told.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
    expect((await ask('candidates', 'format=xlsx')).status).toBe(200);
  });

  it.each([
    ['candidates', ''],
    ['candidates', 'format=pdf'],
    ['candidates', 'format=csv&columns=phone'],
    ['candidates', 'format=csv&columns=place,layer'],
    ['candidates', 'format=csv&limit=5'],
    ['searches', 'format=csv&sort=secret'],
    ['clients', 'format=csv&country=Germany'],
  ])('of %s is refused with %j', async (list, query) => {
    expect((await ask(list, query)).status).toBe(400);
  });
});

describe('a figure as a file', () => {
  it('has the rows of its table, in words and numbers, of what the reader may see', async () => {
    const client = await aClient(api.dataSource, firm);
    for (const confidential of [false, true])
      await aSearch(api.dataSource, firm, {
        clientId: client,
        confidential,
        openedAt: new Date('2026-05-04T09:00:00Z'),
      });

    expect(await csv('figures', 'figure=placementRate', 'researcher')).toEqual([
      '\ufeffOpened,Placed,Ended otherwise,Go on,Share,95 % from,95 % to',
      '2026-Q2,0,0,1,,,',
      'All,0,0,1,,,',
    ]);
    expect((await workbook('figures', 'figure=passthrough')).map(([kind, passed]) => [kind, passed])).toEqual([
      ['Stage', 'Went on'],
      ...['Sourcing', 'Engaged', 'Assessed', 'Presented', 'Client interview', 'Finalist', 'Offer'].map((kind) => [
        kind,
        0,
      ]),
    ]);
    expect((await ask('figures', 'format=csv&figure=secrets')).status).toBe(400);
  });
});
