import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
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

interface Change {
  searchId: string;
  version: number;
  leadUserId: string;
}
const post = (path: string, changes: readonly Change[], role: Role = 'partner') =>
  api.request(firm.cookie(role)).post(`/api/searches/${path}`).send({ changes });
const to = (searchId: string, leadUserId: string, version = 1): Change => ({ searchId, version, leadUserId });
const some = async (count: number, fields: object = {}): Promise<string[]> => {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) ids.push(await aSearch(api.dataSource, firm, { title: `Search ${i}`, ...fields }));
  return ids;
};
const leads = async (ids: readonly string[]): Promise<string[]> => {
  const rows = await api.dataSource.query<{ id: string; lead_user_id: string }[]>(
    'select id, lead_user_id from search where firm_id = $1 order by id',
    [firm.id],
  );
  return rows.filter(({ id }) => ids.includes(id)).map((row) => row.lead_user_id);
};

describe('the lead of several searches', () => {
  it('is changed at once, each audited, with whoever led before on the team', async () => {
    const { partner, consultant } = firm.users;
    const ids = await some(2);

    const { status, body } = await post(
      'leads',
      ids.map((id) => to(id, consultant.id)),
    );

    expect([status, body.refused]).toEqual([200, []]);
    expect(body.items).toEqual(
      [...ids].sort().map((id) => ({
        ...{ id, title: expect.stringMatching(/^Search/), version: 2 },
        ...{ leadUserId: consultant.id, beforeUserId: partner.id },
      })),
    );
    expect(await leads(ids)).toEqual([consultant.id, consultant.id]);
    const { body: search } = await api.request(firm.cookie('partner')).get(`/api/searches/${ids[0]}`);
    expect(search).toMatchObject({
      version: 2,
      lead: { id: consultant.id },
      team: [{ id: consultant.id }, { id: partner.id }],
    });
    const entries = await api.dataSource.query(
      `select subject_id, detail from audit_entry where firm_id = $1 and action = 'searches.search_changed' order by subject_id`,
      [firm.id],
    );
    expect(entries).toEqual([...ids].sort().map((id) => ({ subject_id: id, detail: { changed: ['leadUserId'] } })));
  });

  it('is changed back by what the answer says', async () => {
    const ids = await some(2);
    const { items } = (
      await post(
        'leads',
        ids.map((id) => to(id, firm.users.consultant.id)),
      )
    ).body as {
      items: { id: string; version: number; beforeUserId: string }[];
    };

    const back = await post(
      'leads',
      items.map(({ id, version, beforeUserId }) => to(id, beforeUserId, version)),
    );

    expect(back.body.refused).toEqual([]);
    expect(await leads(ids)).toEqual([firm.users.partner.id, firm.users.partner.id]);
  });

  it('is refused row by row, without stopping the others, and the preview says the same and writes nothing', async () => {
    const { consultant, admin } = firm.users;
    const [fine = '', stale = '', already = '', closed = ''] = await some(4);
    await api.dataSource.query('update search set lead_user_id = $3 where firm_id = $1 and id = $2', [
      firm.id,
      already,
      consultant.id,
    ]);
    await api
      .request(firm.cookie('partner'))
      .post(`/api/searches/${closed}/close`)
      .send({ version: 1, reason: 'cancelled' });
    const [hidden = ''] = await some(1, { confidential: true, leadUserId: admin.id });
    const changes = [
      to(hidden, consultant.id),
      to(newId(), consultant.id),
      to(stale, consultant.id, 7),
      to(already, consultant.id),
      to(closed, consultant.id, 1),
      to(fine, consultant.id),
    ];

    const preview = await post('leads/preview', changes);
    expect(await leads([fine])).toEqual([firm.users.partner.id]);
    const { body } = await post('leads', changes);

    for (const told of [preview.body, body]) {
      const codes = told.refused.sort((a: { at: number }, b: { at: number }) => a.at - b.at);
      expect(codes.map(({ at, code }: { at: number; code: string }) => [at, code])).toEqual([
        [0, 'search_not_found'],
        [1, 'search_not_found'],
        [2, 'stale_version'],
        [3, 'already_lead'],
        [4, expect.stringMatching(/^(stale_version|search_status_refused)$/)],
      ]);
      expect(told.refused[0].detail).toBe(told.refused[1].detail);
      expect(told.items.map(({ id }: { id: string }) => id)).toEqual([fine]);
    }
    expect(preview.body.items[0].version).toBe(1);
    expect(await leads([fine, stale])).toEqual([consultant.id, firm.users.partner.id]);
  });

  it('is changed once where a later attempt has taken the place of a slow one', async () => {
    const [id = ''] = await some(1);
    const changes = [to(id, firm.users.consultant.id)];
    const send = () =>
      api.request(firm.cookie('partner')).post('/api/searches/leads').set('Idempotency-Key', 'k1').send({ changes });

    const [first, second] = await takenOver(api.dataSource, { firmId: firm.id, searchId: id }, send);

    expect([first.status, first.body.code]).toEqual([409, 'idempotency_key_in_use']);
    expect([second.status, second.body.refused]).toEqual([200, []]);
  });

  it('is changed by a consultant where they lead, and nowhere else', async () => {
    const { consultant, partner } = firm.users;
    const [mine = ''] = await some(1, { leadUserId: consultant.id });
    const [theirs = ''] = await some(1);

    const { body } = await post('leads', [to(mine, partner.id), to(theirs, consultant.id)], 'consultant');

    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([mine]);
    expect(body.refused).toEqual([{ at: 1, code: 'not_allowed', detail: expect.any(String) }]);
    expect((await post('leads', [to(mine, partner.id)], 'researcher')).body.code).toBe('not_allowed');
  });

  it.each(['leads', 'leads/preview'])(
    'is refused alone (%s) where it goes to nobody at the firm, or to who has left',
    async (path) => {
      const ids = await some(3);
      const [first = '', second = '', third = ''] = ids;
      await api.dataSource.query('update firm_user set deactivated_at = now() where firm_id = $1 and id = $2', [
        firm.id,
        firm.users.consultant.id,
      ]);
      const changes = [to(first, newId()), to(second, firm.users.consultant.id), to(third, firm.users.admin.id)];

      const { body } = await post(path, changes);

      expect(body.refused.map(({ at, code }: { at: number; code: string }) => [at, code])).toEqual([
        [0, 'unknown_team_member'],
        [1, 'colleague_left'],
      ]);
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual([third]);
      const after = path === 'leads' ? firm.users.admin.id : firm.users.partner.id;
      expect(await leads(ids)).toEqual([firm.users.partner.id, firm.users.partner.id, after]);
    },
  );

  it('is one change each, of at most a hundred', async () => {
    const [id = ''] = await some(1);
    const change = to(id, firm.users.consultant.id);

    for (const changes of [
      [],
      [change, change],
      Array.from({ length: 101 }, () => to(newId(), firm.users.consultant.id)),
    ])
      expect((await post('leads', changes)).status).toBe(400);
  });
});
