import { aFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

describe('users of a firm', () => {
  it('see the users and offices of their own firm only', async () => {
    const [firm] = [await aFirm(api.dataSource), await aFirm(api.dataSource)];
    const agent = api.request(firm.cookie('researcher'));

    const users = await agent.get('/api/users');
    const offices = await agent.get('/api/offices');

    expect(users.body.items.map((user: { id: string }) => user.id).sort()).toEqual(
      Object.values(firm.users)
        .map((user) => user.id)
        .sort(),
    );
    expect(offices.body.items).toEqual([
      {
        id: firm.officeId,
        key: 'main',
        country: 'DE',
        region: null,
        timeZone: 'Europe/Berlin',
        workingDays: [1, 2, 3, 4, 5],
        holidays: [],
      },
    ]);
  });
});
