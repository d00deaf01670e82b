import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aClient } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
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

interface Change {
  clientId: string;
  version: number;
  industry?: string | null;
  country?: string | null;
}
interface Told {
  items: { id: string; name: string; version: number; before: object }[];
  refused: { at: number; code: string; detail: string }[];
}
const post = (path: string, changes: readonly object[], role: Role = 'consultant') =>
  api.request(firm.cookie(role)).post(`/api/clients/${path}`).send({ changes });
const to = (clientId: string, given: Partial<Change>): Change => ({ clientId, version: 1, ...given });
const listed = async (): Promise<Record<string, unknown>[]> =>
  (await api.request(firm.cookie('partner')).get('/api/clients')).body.items;

describe('several clients', () => {
  it('get the same industry at once, each audited, and have back what they had', async () => {
    const acme = await aClient(api.dataSource, firm, { name: 'Acme', industry: 'Toys', country: 'DE' });
    const borel = await aClient(api.dataSource, firm, { name: 'Borel', country: 'FR' });
    const before = await listed();

    const { status, body } = await post('changes', [
      to(borel, { industry: 'Robotics' }),
      to(acme, { industry: 'Robotics' }),
    ]);

    expect([status, body.refused]).toEqual([200, []]);
    const { items } = body as Told;
    expect([...items].sort((a, b) => a.name.localeCompare(b.name))).toEqual([
      { id: acme, name: 'Acme', version: 2, before: { industry: 'Toys', country: 'DE' } },
      { id: borel, name: 'Borel', version: 2, before: { industry: null, country: 'FR' } },
    ]);
    expect(await listed()).toEqual(before.map((client) => ({ ...client, industry: 'Robotics', version: 2 })));
    const entries = await api.dataSource.query(
      `select subject_id, actor_id, detail from audit_entry where firm_id = $1 and action = 'clients.client_changed'`,
      [firm.id],
    );
    expect(entries).toHaveLength(2);
    expect(entries).toContainEqual({
      ...{ subject_id: acme, actor_id: firm.users.consultant.id },
      detail: { changed: ['industry'] },
    });

    const back = await post(
      'changes',
      items.map((one) => ({ clientId: one.id, version: one.version, ...one.before })),
    );
    expect(back.body.refused).toEqual([]);
    expect(await listed()).toEqual(before.map((client) => ({ ...client, version: 3 })));
  });

  it('are refused one by one, without stopping the others; the preview says the same and writes nothing', async () => {
    const fine = await aClient(api.dataSource, firm, { name: 'Acme' });
    const stale = await aClient(api.dataSource, firm, { name: 'Borel' });
    const already = await aClient(api.dataSource, firm, { name: 'Cern', country: 'CH' });
    const foreign = await aClient(api.dataSource, await aFirm(api.dataSource));
    const country = { country: 'CH' };
    const changes = [
      to(foreign, country),
      to(newId(), country),
      to(stale, { ...country, version: 7 }),
      to(already, country),
      to(fine, country),
    ];
    const before = await listed();

    const preview = await post('changes/preview', changes);
    expect(await listed()).toEqual(before);
    const change = await post('changes', changes);

    for (const { status, body } of [preview, change]) {
      const told = body as Told;
      expect(status).toBe(200);
      expect([...told.refused].sort((a, b) => a.at - b.at).map(({ at, code }) => [at, code])).toEqual([
        [0, 'client_not_found'],
        [1, 'client_not_found'],
        [2, 'stale_version'],
        [3, 'client_like_that'],
      ]);
      expect(told.items.map(({ id }) => id)).toEqual([fine]);
    }
    expect(preview.body.items[0].version).toBe(1);
    expect((await listed()).map((client) => client['country'])).toEqual(['CH', null, 'CH']);
  });

  it.each(['changes', 'changes/preview'])(
    'are no more than a hundred (%s), each once, with values that can be',
    async (path) => {
      const clientId = await aClient(api.dataSource, firm, { name: 'Acme' });
      const change = to(clientId, { industry: 'Robotics' });

      for (const changes of [
        [],
        [change, change],
        [to(clientId, { country: 'Germany' })],
        [{ clientId, industry: 'Robotics' }],
        [{ ...change, name: 'Another name' }],
        Array.from({ length: 101 }, () => to(newId(), { industry: 'Robotics' })),
      ])
        expect((await post(path, changes)).status).toBe(400);
    },
  );
});
