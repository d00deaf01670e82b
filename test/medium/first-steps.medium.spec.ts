import type { Role } from '@app/identity/identity.types.js';
import type { FirstSteps } from '@app/first-steps/first-steps.types.js';
import { aClient, aContact } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource, { roles: ['admin'] });
});

const read = async (role: Role = 'admin') =>
  (await api.request(firm.cookie(role)).get('/api/first-steps').expect(200)).body as FirstSteps;
const taken = async () => (await read()).items.filter(({ done }) => done).map(({ key }) => key);
const aHoliday = (day: string) =>
  api.dataSource.query(
    `insert into holiday (firm_id, id, office_id, date, name) values ($1, gen_random_uuid(), $2, $3, 'Simulated')`,
    [firm.id, firm.officeId, day],
  );

describe('the first steps of a firm', () => {
  it('are taken one by one, by what is there, and done without an import', async () => {
    expect(await read()).toEqual({
      items: ['office', 'colleagues', 'client', 'contact', 'search', 'history'].map((key) => ({
        ...{ key, done: false, optional: key === 'history' },
      })),
      done: false,
      clientId: null,
      sample: false,
      away: false,
    });

    await aHoliday('2020-01-01');
    expect(await taken()).toEqual([]);
    await aHoliday('2099-01-01');
    expect(await taken()).toEqual(['office']);

    const clientId = await aClient(api.dataSource, firm);
    expect(await taken()).toEqual(['office', 'client']);
    expect((await read()).clientId).toBe(clientId);

    await aContact(api.dataSource, firm, clientId, 'Simulated Contact');
    expect(await taken()).toEqual(['office', 'client', 'contact']);
    expect((await read()).clientId).toBeNull();

    await api
      .request(firm.cookie('admin'))
      .post('/api/searches')
      .send({ roleKey: 'vp_mlops', clientId, officeId: firm.officeId, leadUserId: firm.users.admin.id })
      .expect(201);
    await api.dataSource.query(
      `insert into firm_user (firm_id, id, email, name, role, office_id) values ($1, gen_random_uuid(), 'c@x.example', 'C', 'consultant', $2)`,
      [firm.id, firm.officeId],
    );
    expect(await read()).toMatchObject({ done: true });
    expect(await taken()).toEqual(['office', 'colleagues', 'client', 'contact', 'search']);
  });

  it('tell nothing of a search one may not see', async () => {
    const whole = await aFirm(api.dataSource);
    await aSearch(api.dataSource, whole, { confidential: true });
    const seenBy = async (role: Role): Promise<boolean | undefined> => {
      const { body } = await api.request(whole.cookie(role)).get('/api/first-steps');
      return (body as FirstSteps).items.find(({ key }) => key === 'search')?.done;
    };

    expect(await seenBy('admin')).toBe(false);
    expect(await seenBy('partner')).toBe(true);
  });

  it('are put away and called back by each for themselves, however often', async () => {
    const whole = await aFirm(api.dataSource);
    const put = async (away: boolean) =>
      (await api.request(whole.cookie('admin')).put('/api/first-steps/away').send({ away }).expect(200)).body.away;
    const seenBy = async (role: Role) => (await api.request(whole.cookie(role)).get('/api/first-steps')).body.away;

    expect([await put(true), await put(true), await seenBy('admin')]).toEqual([true, true, true]);
    expect(await seenBy('partner')).toBe(false);
    expect([await put(false), await put(false), await seenBy('admin')]).toEqual([false, false, false]);
  });

  it('are put away by a yes or a no', async () => {
    const { status, body } = await api.request(firm.cookie('admin')).put('/api/first-steps/away').send({ away: 'yes' });

    expect([status, body.code]).toEqual([400, 'invalid']);
  });

  it.each<Role>(['consultant', 'researcher'])('are none of a %s', async (role) => {
    const whole = await aFirm(api.dataSource);

    const read = await api.request(whole.cookie(role)).get('/api/first-steps');
    const put = await api.request(whole.cookie(role)).put('/api/first-steps/away').send({ away: true });

    for (const { status, body } of [read, put]) expect([status, body.code]).toEqual([403, 'not_allowed']);
  });
});
