import { aFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

describe('the door', () => {
  it('answers an unknown address with a problem', async () => {
    const response = await api.request().get('/api/nothing-here');

    expect(response.status).toBe(404);
    expect(response.type).toBe('application/problem+json');
    expect(response.body).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('is ready when the database answers', async () => {
    await aFirm(api.dataSource);

    expect((await api.request().get('/health/ready')).status).toBe(200);
  });
});
