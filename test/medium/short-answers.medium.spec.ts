import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { openTestApi, type TestApi } from './api.js';

const SCRIPT = `console.log('${'searchlight '.repeat(200)}')`;

let api: TestApi;
let firm: TestFirm;
let webDir: string;
beforeAll(async () => {
  webDir = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-web-'));
  fs.mkdirSync(path.join(webDir, 'assets'));
  fs.writeFileSync(path.join(webDir, 'index.html'), '<!doctype html>');
  fs.writeFileSync(path.join(webDir, 'assets/app.js'), SCRIPT);
  fs.writeFileSync(path.join(webDir, 'assets/app.js.br'), zlib.brotliCompressSync(SCRIPT));
  fs.writeFileSync(path.join(webDir, 'assets/app.js.gz'), zlib.gzipSync(SCRIPT));
  api = await openTestApi({ WEB_DIR: webDir });
  firm = await aFirm(api.dataSource);
  for (let at = 0; at < 20; at += 1) await aSearch(api.dataSource, firm, { title: `Chief AI Officer ${at}` });
});
afterAll(async () => {
  await api.close();
  fs.rmSync(webDir, { recursive: true });
});

const ask = (url: string, headers: Record<string, string> = {}) =>
  api.app.inject({ url, headers: { cookie: firm.cookie('partner'), ...headers } });

describe('an answer is as short as the caller takes it', () => {
  it.each([
    ['br', 'br', (bytes: Buffer) => zlib.brotliDecompressSync(bytes)],
    ['gzip', 'gzip', (bytes: Buffer) => zlib.gunzipSync(bytes)],
    ['gzip, deflate, br, zstd', 'br', (bytes: Buffer) => zlib.brotliDecompressSync(bytes)],
  ])('compressed for who accepts %s', async (accepted, encoding, read) => {
    const plain = await ask('/api/searches');
    const short = await ask('/api/searches', { 'accept-encoding': accepted });

    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(short.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(read(short.rawPayload).toString()).toBe(plain.body);
    expect(short.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4);
  });

  it('without its body for who has it already, whatever the encoding', async () => {
    const { etag } = (await ask('/api/searches')).headers;

    for (const known of [String(etag), `"another", ${String(etag)}`, String(etag).replace('W/', ''), '*']) {
      const again = await ask('/api/searches', { 'if-none-match': known, 'accept-encoding': 'br' });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
      expect(again.headers['cache-control']).toBe('no-store');
    }
  });

  it('whole again once something has changed', async () => {
    const { etag } = (await ask('/api/searches')).headers;
    await aSearch(api.dataSource, firm, { title: 'VP MLOps' });

    const again = await ask('/api/searches', { 'if-none-match': String(etag) });
    expect([again.statusCode, again.headers.etag === etag]).toEqual([200, false]);
    expect(again.body).toContain('VP MLOps');
  });

  it('never without its body when it is a refusal', async () => {
    const refused = await api.app.inject({ url: '/api/searches', headers: { 'if-none-match': '*' } });

    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([401, 'not_signed_in']);
    expect(refused.headers.etag).toBeUndefined();
  });

  it('but a body that is sent compressed is not unpacked', async () => {
    const { statusCode } = await api.app.inject({
      method: 'POST',
      url: '/api/clients',
      headers: {
        cookie: firm.cookie('partner'),
        origin: 'http://127.0.0.1:3000',
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      payload: zlib.gzipSync(JSON.stringify({ name: 'Simulated Insurance' })),
    });

    expect(statusCode).toBe(400);
  });
});

describe('a file of the web app', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
  ])('was compressed when it was built, for who accepts %s', async (accepted, encoding) => {
    const { headers } = await ask('/assets/app.js', { 'accept-encoding': accepted });

    expect(headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': expect.stringContaining('javascript') as string,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringMatching(/accept-encoding/i) as string,
    });
  });

  it('goes out as it is to who accepts nothing else, and never as the compressed file', async () => {
    expect((await ask('/assets/app.js')).body).toBe(SCRIPT);
    expect((await ask('/assets/app.js.br')).statusCode).toBe(404);
  });
});
