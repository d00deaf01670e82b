import { DataSource } from 'typeorm';
import { dataSourceOptions } from '@app/platform/database/data-source.js';
import { newId } from '@app/platform/database/id.js';
import { migrations } from '@app/platform/database/migrations.js';
import type { Role } from '@app/identity/identity.types.js';
import type { Brief, BriefVersion, Search } from '@app/searches/searches.types.js';
import { aClient } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { emptyDatabase } from '../lib/own-database.js';
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

const CLUSTERS = { text: 'Has run clusters', kind: 'technical', mustHave: true } as const;
const HIRING = { text: 'Has hired engineers', kind: 'organisational', mustHave: false } as const;

const as = (role: Role) => api.request(firm.cookie(role));
const open = async (): Promise<Search> => {
  const search = {
    ...{ roleKey: 'vp_mlops', clientId: await aClient(api.dataSource, firm), officeId: firm.officeId },
    leadUserId: firm.users.consultant.id,
  };
  return (await as('consultant').post('/api/searches').send(search).expect(201)).body as Search;
};
const edit = async (id: string, changes: object, role: Role = 'consultant'): Promise<Search> =>
  (await as(role).patch(`/api/searches/${id}`).send(changes).expect(200)).body as Search;
const versions = async (id: string, role: Role = 'researcher'): Promise<BriefVersion[]> =>
  (await as(role).get(`/api/searches/${id}/briefs`).expect(200)).body.items as BriefVersion[];
const read = async (id: string, version: number): Promise<Brief> =>
  (await as('researcher').get(`/api/searches/${id}/briefs/${version}`).expect(200)).body as Brief;

describe('the brief of a search', () => {
  it('is kept as it was opened and after each edit, with who wrote it', async () => {
    const { id, criteria: first } = await open();
    await edit(id, { version: 1, criteria: [CLUSTERS, HIRING] }, 'partner');
    const last = await edit(id, { version: 2, criteria: [HIRING] });

    const [consultant, partner] = (['consultant', 'partner'] as const).map((role) => ({
      id: firm.users[role].id,
      name: firm.users[role].name,
    }));
    expect(await versions(id)).toEqual([
      { version: 3, at: expect.any(String), by: consultant },
      { version: 2, at: expect.any(String), by: partner },
      { version: 1, at: expect.any(String), by: consultant },
    ]);
    expect((await read(id, 1)).criteria).toEqual(first);
    expect(await read(id, 2)).toMatchObject({ version: 2, by: partner, criteria: [CLUSTERS, HIRING] });
    expect((await read(id, 3)).criteria).toEqual([HIRING]);
    expect(last.criteria).toEqual([HIRING]);
  });

  it('gets no version from an edit that leaves the criteria as they are', async () => {
    const { id, criteria } = await open();

    await edit(id, { version: 1, title: 'Head of MLOps', criteria });
    await edit(id, { version: 2, criteria });

    expect(await versions(id)).toMatchObject([{ version: 1 }]);
  });

  it('may be emptied, and taken back to what it was', async () => {
    const { id, criteria } = await open();
    await edit(id, { version: 1, criteria: [] });
    const back = await edit(id, { version: 2, criteria });

    expect((await read(id, 2)).criteria).toEqual([]);
    expect(back.criteria).toEqual(criteria);
    expect(await versions(id)).toHaveLength(3);
  });

  it('has none where the search came without one, and begins with its first edit', async () => {
    const id = await aSearch(api.dataSource, firm, { memberIds: [firm.users.consultant.id] });

    expect(await versions(id)).toEqual([]);
    await edit(id, { version: 1, criteria: [CLUSTERS] });
    expect(await versions(id)).toMatchObject([{ version: 1 }]);
  });

  it('is told of the latest fifty', async () => {
    const { id } = await open();
    await api.dataSource.query(
      `insert into search_brief (firm_id, id, search_id, version, at)
       select $1, gen_random_uuid(), $2, n, now() from generate_series(2, 60) n`,
      [firm.id, id],
    );

    const told = await versions(id);

    expect([told.length, told[0], told.at(-1)?.version]).toEqual([50, expect.objectContaining({ by: null }), 11]);
  });

  it('has no version that was not written', async () => {
    const { id } = await open();

    const { status, body } = await as('partner').get(`/api/searches/${id}/briefs/2`);

    expect([status, body.code]).toEqual([404, 'brief_not_found']);
    expect((await as('partner').get(`/api/searches/${id}/briefs/first`)).status).toBe(400);
  });

  it('is told to nobody who may not see the search', async () => {
    const { id } = await open();
    await edit(id, { version: 1, confidential: true });

    for (const path of [`searches/${id}/briefs`, `searches/${id}/briefs/1`]) {
      const { status, body } = await as('partner').get(`/api/${path}`);
      expect([status, body.code]).toEqual([404, 'search_not_found']);
    }
    expect(await versions(id, 'consultant')).toHaveLength(1);
  });
});

describe('criteria that were there before versions were kept', () => {
  it('are the first version, by whoever wrote them last', async () => {
    const { url, drop } = await emptyDatabase();
    const [firmId, user, search, bare, at] = [newId(), newId(), newId(), newId(), new Date('2026-10-05T09:00:00Z')];
    const run = async (some: typeof migrations, work: (dataSource: DataSource) => Promise<void>) => {
      const options = { ...dataSourceOptions({ DATABASE_URL: url, DATABASE_POOL: 1 }), migrations: some };
      const dataSource = await new DataSource(options).initialize();
      await dataSource.runMigrations({ transaction: 'each' });
      await work(dataSource).finally(() => dataSource.destroy());
    };

    await run(migrations.slice(0, BEFORE), (dataSource) => anOldFirm(dataSource, { firmId, user, search, bare, at }));

    await run(migrations, async (dataSource) => {
      const briefs = await dataSource.query('select search_id, version, at, by_user_id from search_brief');
      expect(briefs).toEqual([{ search_id: search, version: 1, at, by_user_id: user }]);
      const criteria = await dataSource.query(
        'select c.text from search_criterion c join search_brief b on b.id = c.brief_id order by c.position',
      );
      expect(criteria).toEqual([{ text: 'One' }, { text: 'Two' }]);
      await dataSource.undoLastMigration();
    });
    await drop();
  });
});

const BEFORE = migrations.findIndex(({ name }) => name.startsWith('BriefVersions'));

interface Old {
  firmId: string;
  user: string;
  search: string;
  bare: string;
  at: Date;
}

async function anOldFirm(dataSource: DataSource, { firmId, user, search, bare, at }: Old): Promise<void> {
  const [office, client] = [newId(), newId()];
  const moment = new Date('2026-10-01T09:00:00Z');
  const insert = (table: string, row: Record<string, unknown>) =>
    dataSource.query(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row).map((_, i) => `$${i + 1}`)})`,
      Object.values(row),
    );
  const of = { firm_id: firmId };
  await insert('firm', { id: firmId, name: 'Firm' });
  await insert('office', { ...of, id: office, key: 'main', country: 'DE', time_zone: 'Europe/Berlin' });
  const ada = { email: 'ada@firm.example', name: 'Ada', role: 'partner', office_id: office };
  await insert('firm_user', { ...of, id: user, ...ada });
  await insert('client', { ...of, id: client, name: 'Client' });
  for (const id of [search, bare])
    await insert('search', {
      ...{ ...of, id, client_id: client, title: 'Chief AI Officer', role_key: 'caio', office_id: office },
      ...{ lead_user_id: user, status: 'open', opened_at: moment, episode_id: newId(), episode_opened_at: moment },
      ...{ last_progress_at: moment, progress_key: newId() },
    });
  for (const [i, text] of ['One', 'Two'].entries()) {
    const criterion = { position: i + 1, text, kind: 'technical', must_have: true };
    await insert('search_criterion', { ...of, id: newId(), search_id: search, ...criterion });
  }
  const change = { action: 'searches.search_changed', subject_type: 'search', subject_id: search, actor_id: user };
  await insert('audit_entry', { ...of, id: newId(), at, ...change, detail: { changed: ['criteria'] } });
  const later = { at: new Date('2026-11-05T09:00:00Z'), detail: { changed: ['title'] } };
  await insert('audit_entry', { ...of, id: newId(), ...change, ...later });
}
