import { rememberUnchanged } from './unchanged';

const SIGNED_OUT = 'signed out';
const URL = 'http://localhost/api/boards/1';

/** A server whose answer for an address is what `bodies` says next, tagged by its content. */
function serving(...bodies: string[]) {
  const sent: (string | null)[] = [];
  const ask = rememberUnchanged((request) => {
    const asked = request.headers.get('if-none-match');
    sent.push(asked);
    const body = bodies.shift() ?? '';
    if (body === SIGNED_OUT) return Promise.resolve(new Response(null, { status: 401 }));
    if (asked === `W/"${body}"`) return Promise.resolve(new Response(null, { status: 304 }));
    return Promise.resolve(
      new Response(body, { headers: { etag: `W/"${body}"`, 'content-type': 'application/json' } }),
    );
  });
  const get = async (url = URL, init?: RequestInit): Promise<[number, string]> => {
    const response = await ask(new Request(url, init));
    return [response.status, await response.text()];
  };
  return { get, sent };
}

describe('an answer that may be asked for again', () => {
  it('is given again when the server says that it is unchanged', async () => {
    const { get, sent } = serving('a', 'a', 'b', 'b');

    expect([await get(), await get(), await get(), await get()]).toEqual([
      [200, 'a'],
      [200, 'a'],
      [200, 'b'],
      [200, 'b'],
    ]);
    expect(sent).toEqual([null, 'W/"a"', 'W/"a"', 'W/"b"']);
  });

  it('is of its address alone, and of no change', async () => {
    const { get, sent } = serving('a', 'a', 'a');

    await get();
    await get(`${URL}?of=other`);
    await get(URL, { method: 'POST' });
    expect(sent).toEqual([null, null, null]);
  });

  it('is forgotten with whoever was signed in', async () => {
    const { get, sent } = serving('a', SIGNED_OUT, 'a');

    await get();
    await get(`${URL}/other`);
    await get();
    expect(sent).toEqual([null, null, null]);
  });

  it('is forgotten after many others', async () => {
    const { get, sent } = serving(...Array.from({ length: 60 }, () => 'a'));

    for (let at = 0; at <= 50; at += 1) await get(`${URL}/${at}`);
    await get(`${URL}/50`);
    await get(`${URL}/0`);
    expect(sent.slice(-2)).toEqual(['W/"a"', null]);
  });
});
