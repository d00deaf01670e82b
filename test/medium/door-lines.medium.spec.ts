import { once } from 'node:events';
import net from 'node:net';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
let port: number;
beforeAll(async () => {
  api = await openTestApi();
  firm = await aFirm(api.dataSource);
  await api.app.listen(0, '127.0.0.1');
  port = (api.app.getHttpServer().address() as net.AddressInfo).port;
});
afterAll(() => api.close());

/** What comes back for these bytes, until the other side closes the line. */
async function answerTo(bytes: string) {
  const line = net.connect(port, '127.0.0.1');
  let text = '';
  line.on('data', (data) => (text += data.toString()));
  line.write(bytes);
  await once(line, 'close');
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return { head: head.toLowerCase(), body: JSON.parse(body) as { status: number; code: string } };
}

describe('what never becomes a request', () => {
  it.each([
    ['no HTTP', 'hello there\r\n\r\n', 400, 'bad_request'],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', 400, 'bad_request'],
    [
      'headers of 20 KB',
      `GET /api/me HTTP/1.1\r\nhost: x\r\ncookie: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'head_too_large',
    ],
    ['without a host', 'GET /api/me HTTP/1.1\r\nconnection: close\r\n\r\n', 400, 'bad_request'],
    ['for two hosts', 'GET /api/me HTTP/1.1\r\nhost: x\r\nHost: y\r\nconnection: close\r\n\r\n', 400, 'bad_request'],
    [
      'an address that is not valid',
      'GET /api/%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      400,
      'bad_request',
    ],
  ])('because it is %s is refused with a problem and every header', async (_, bytes, status, code) => {
    const { head, body } = await answerTo(bytes);

    expect(body).toMatchObject({ status, code });
    expect(head).toContain(`http/1.1 ${status} `);
    expect(head).toContain('content-type: application/problem+json');
    expect(head).toContain('x-content-type-options: nosniff');
    expect(head).toContain("default-src 'self'");
    expect(head).toContain('camera=()');
  });
});

it('an expectation that nobody knows changes nothing', async () => {
  const bytes = 'GET /api/me HTTP/1.1\r\nhost: x\r\nexpect: 200-maybe\r\nconnection: close\r\n\r\n';

  expect((await answerTo(bytes)).body).toMatchObject({ status: 401, code: 'not_signed_in' });
});

describe('a form of an import', () => {
  const FILE =
    '--b\r\ncontent-disposition: form-data; name="f"; filename="clients.csv"\r\n\r\nclient_ref,name\nC-1,A\n';
  const send = (body: string, type = 'multipart/form-data; boundary=b', encoding?: string) => {
    const request = api.request(firm.cookie('partner')).post('/api/imports').set('Content-Type', type);
    return (encoding ? request.set('Content-Encoding', encoding) : request).send(body);
  };
  const stored = () => api.dataSource.query('select 1 from stored_file where firm_id = $1', [firm.id]);

  it.each([
    ['is cut before its end', FILE, undefined, undefined, /cut off/],
    ['has an empty boundary', `${FILE}\r\n--b--\r\n`, 'multipart/form-data; boundary=', undefined, /not valid/],
    ['has no boundary', `${FILE}\r\n--b--\r\n`, 'multipart/form-data', undefined, /not valid/],
    ['is squeezed', Buffer.from([31, 139, 8, 0]).toString('latin1'), undefined, 'gzip', /not valid/],
    ['is something else', 'x'.repeat(5_000), undefined, undefined, /not valid/],
    [
      'has a plain field',
      '--b\r\ncontent-disposition: form-data; name="note"\r\n\r\nhello\r\n--b--\r\n',
      undefined,
      undefined,
      /field "note" that is no file/,
    ],
    ['has too many files', `${`${FILE}\r\n`.repeat(40)}--b--\r\n`, undefined, undefined, /twice|more files/],
  ])('that %s is refused with a sentence, and leaves nothing behind', async (_, body, type, encoding, sentence) => {
    const response = await send(body, type, encoding);

    expect(response.body).toMatchObject({ status: 400, detail: expect.stringMatching(sentence) });
    expect(response.type).toBe('application/problem+json');
    expect(await stored()).toEqual([]);
  });
});
