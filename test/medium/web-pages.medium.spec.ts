import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';

const INDEX = '<!doctype html><title>Searchlight</title>';
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

let api: TestApi;
let firm: TestFirm;
let webDir: string;
beforeAll(async () => {
  webDir = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-web-'));
  fs.writeFileSync(path.join(webDir, 'index.html'), INDEX);
  api = await openTestApi({ WEB_DIR: webDir });
  firm = await aFirm(api.dataSource);
});
afterAll(async () => {
  await api.close();
  fs.rmSync(webDir, { recursive: true });
});

const ask = async (url: string, accept: string) => {
  const { statusCode, headers, body } = await api.app.inject({
    url,
    headers: { cookie: firm.cookie('partner'), accept },
  });
  return { status: statusCode, type: String(headers['content-type']).split(';')[0], body };
};

const MANY = Array.from({ length: 300 }, (_, n) => `a${n}=1`).join('&');

describe('an address with a value that cannot be', () => {
  it.each(['/candidates?city=%00', '/candidates/%00', '/searches?roleKey=zz', '/searches?q=%ff', `/clients?${MANY}`])(
    'is the page of a browser, which says what is wrong with it: %.40s',
    async (url) => {
      expect(await ask(url, BROWSER)).toEqual({ status: 200, type: 'text/html', body: INDEX });
    },
  );

  it.each(['/api/candidates?city=%00', '/api/candidates/%00', `/api/clients?${MANY}`])(
    'is refused by the API, whoever asks: %.40s',
    async (url) => {
      for (const accept of [BROWSER, 'application/json']) {
        expect(await ask(url, accept)).toMatchObject({ status: 400, type: 'application/problem+json' });
      }
    },
  );

  it('is refused to a program that asks for no page', async () => {
    expect(await ask('/candidates?city=%00', 'application/json')).toMatchObject({ status: 400 });
  });
});
