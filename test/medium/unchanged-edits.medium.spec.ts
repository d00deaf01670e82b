import { aFirm } from '../factories/firm.factory.js';
import { EDIT_EXAMPLES } from '../lib/edit-examples.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const EDITS = Object.keys(EDIT_EXAMPLES).filter((change) => change.startsWith('patch '));
/** They name what they change as a whole, so there is no edit without it. */
const NAMED = [
  'patch /api/account',
  'patch /api/activities/{id}',
  'patch /api/clients/{id}/calendar',
  'patch /api/offers/{id}/start-date',
  'patch /api/policies/firm',
  'patch /api/policies/roles/{roleKey}',
  'patch /api/searches/{id}/policy',
  'patch /api/stages',
];

describe('an edit that changes nothing', () => {
  it.each(EDITS)('%s, raises no version, is written in no audit and makes nobody else stale', async (change) => {
    const stage = { api, firm: await aFirm(api.dataSource) };
    const { path, bodies, role = 'consultant' } = await EDIT_EXAMPLES[change]!(stage);
    const [body] = bodies as [{ version: number }, object];
    const send = (given: object) => api.request(stage.firm.cookie(role)).patch(`/api/${path}`).send(given);
    const written = async () => {
      const [row] = await api.dataSource.query<{ audit: number; outbox: number }[]>(
        `select (select count(*)::int from audit_entry where firm_id = $1) as audit,
                (select count(*)::int from outbox where firm_id = $1) as outbox`,
        [stage.firm.id],
      );
      return row;
    };
    const first = await send(body);
    const before = await written();
    const version = body.version + 1;

    const again = await send({ ...body, version });
    const nothing = NAMED.includes(change) ? again : await send({ version });
    const last = await send({ ...body, version });

    expect([first.status, again.status, nothing.status, last.status]).toEqual([200, 200, 200, 200]);
    expect(again.body).toEqual(first.body);
    expect(last.body).toEqual(first.body);
    expect(await written()).toEqual(before);
  });
});
