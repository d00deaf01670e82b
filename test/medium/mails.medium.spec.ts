import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  api = await openTestApi();
  firm = await aFirm(api.dataSource);
});
afterAll(() => api.close());

const get = (path: string) => api.request(firm.cookie('researcher')).get(`/api/${path}`);

describe('previews of mails', () => {
  it('show every template to everybody signed in, and to nobody else', async () => {
    const { body } = await get('mail-previews');
    const { items } = body as { items: { template: string }[] };

    expect(items.length).toBeGreaterThan(10);
    for (const { template } of items) {
      const { status, body: preview } = await get(`mail-previews/${template}`);
      expect({ status, template: preview.template }).toEqual({ status: 200, template });
      expect(preview.text).toMatch(/^Simulated data/);
    }
    expect((await api.request().get('/api/mail-previews')).status).toBe(401);
  });

  it('of an unknown template are not there', async () => {
    const { status, body } = await get('mail-previews/nothing');

    expect({ status, code: body.code }).toEqual({ status: 404, code: 'not_found' });
  });

  it('are the only thing the web application may put into a frame', async () => {
    const { headers } = await api.request().get('/');

    expect(headers['content-security-policy']).toContain("frame-src 'none'");
  });
});

describe('pipeline health as PDF', () => {
  it('is a document to be saved', async () => {
    const { status, headers, body } = await get('pipeline-health.pdf').buffer(true);

    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="pipeline-health.pdf"',
    });
    expect((body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
