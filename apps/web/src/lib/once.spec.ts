import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { createApiClient } from '@app/api-client/client.js';
import { digestOf, Intentions, onceEach, takesKey } from './once';

const CLIENT = 'a client';
const MINUTE = 60_000;

const QUESTIONS = [
  '/api/searches/{id}/what-if',
  '/api/newcomers/preview',
  '/api/searches/leads/preview',
  '/api/clients/changes/preview',
];

describe('what is sent again', () => {
  it('is the same intention until it was answered well, and just after that', () => {
    const intentions = new Intentions();
    const key = intentions.keyOf(CLIENT, 0);

    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(intentions.keyOf(CLIENT, 20)).toBe(key);
    expect(intentions.keyOf(CLIENT, 9 * MINUTE)).toBe(key);
    intentions.answered(CLIENT, key, 9 * MINUTE);
    expect(intentions.keyOf(CLIENT, 9 * MINUTE + 4_999)).toBe(key);
  });

  it.each<[string, (intentions: Intentions, key: string) => number]>([
    [
      'five seconds after it was answered',
      (intentions, key) => {
        intentions.answered(CLIENT, key, 0);
        return 5_000;
      },
    ],
    ['ten minutes after it failed', () => 10 * MINUTE],
    [
      'when something else was posted in between',
      (intentions, key) => {
        intentions.answered(CLIENT, key, 0);
        intentions.answered('another', intentions.keyOf('another', 1), 2);
        return 3;
      },
    ],
    [
      'when something else was changed in between',
      (intentions, key) => {
        intentions.answered(CLIENT, key, 0);
        intentions.answered(null, '', 2);
        return 3;
      },
    ],
    [
      'when it was refused',
      (intentions) => {
        intentions.refused(CLIENT);
        return 1;
      },
    ],
  ])('is another one %s', (_, happens) => {
    const intentions = new Intentions();
    const key = intentions.keyOf(CLIENT, 0);

    const now = happens(intentions, key);

    expect(intentions.keyOf(CLIENT, now)).not.toBe(key);
  });

  it('is another one with anything else in it', () => {
    const intentions = new Intentions();

    expect(intentions.keyOf('one', 0)).not.toBe(intentions.keyOf('other', 0));
  });
});

describe('what is kept of a request', () => {
  it('differs wherever the requests differ', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => (digestOf(one) === digestOf(other)) === (one === other)),
    );
    const all = Array.from({ length: 200_000 }, (_, at) => digestOf(`["/api/clients",null,{"name":"${at}"}]`));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the client of the web app', () => {
  const sent: { method: string; path: string; key: string | null }[] = [];
  let answers: (() => Response)[] = [];
  const answering =
    (status: number, body: object = {}) =>
    () =>
      Response.json(body, { status });
  const client = () =>
    onceEach(
      createApiClient('http://searchlight.example', (request) => {
        const { pathname: path } = new URL(request.url);
        sent.push({ method: request.method, path, key: request.headers.get('Idempotency-Key') });
        return Promise.resolve((answers.shift() ?? answering(200))());
      }),
    );
  const keys = () => sent.map(({ key }) => key);
  beforeEach(() => {
    sent.length = 0;
    answers = [];
  });

  it('sends one key for two clicks, and another for another body', async () => {
    const api = client();
    const open = (name: string) => api.POST('/api/clients', { body: { name } });

    await Promise.all([open('One'), open('One')]);
    await open('Two');

    const [first, second, third] = keys();
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect([first, third]).toEqual([second, expect.not.stringMatching(first ?? '')]);
  });

  it.each<[string, string, () => Response]>([
    ['the line broke', 'the same', () => Promise.reject(new TypeError('Failed to fetch')) as unknown as Response],
    ['the service was away', 'the same', answering(503)],
    ['the first one was still under way', 'the same', answering(409, { code: 'idempotency_key_in_use' })],
    ['the fields were wrong', 'another', answering(400, { code: 'invalid' })],
    ['it was done, but the answer was lost', 'another', answering(409, { code: 'answer_not_kept' })],
  ])('when %s, the next try has %s key', async (_, which, answer) => {
    const api = client();
    const open = () => api.POST('/api/clients', { body: { name: 'One' } }).catch(() => undefined);
    answers = [answer, answering(201)];

    await open();
    await open();

    const [first, second] = keys();
    expect(first === second).toBe(which === 'the same');
  });

  it('tells files of a form apart', async () => {
    const api = client();
    const upload = (text: string, lastModified: number) => {
      const form = new FormData();
      form.append('files', new File([text], 'candidates.csv', { lastModified }));
      return api.POST('/api/imports', { params: { query: {} }, body: form as never });
    };

    await upload('one', 1);
    await upload('one', 1);
    await upload('two', 2);

    const [first, second, third] = keys();
    expect(first).toBe(second);
    expect(third).not.toBe(first);
  });

  it('keeps no trace of a password, and nothing at all of what is posted without a session', async () => {
    const intentions = new Intentions();
    const api = onceEach(
      createApiClient('http://searchlight.example', () => Promise.reject(new TypeError('Failed to fetch'))),
      intentions,
    );
    const password = 'correct horse battery staple';

    await api.POST('/api/auth/sign-in/email', { body: { email: 'a@b.example', password } }).catch(() => undefined);
    expect(intentions).toEqual(new Intentions());
    await api.POST('/api/account/password', { body: { password, newPassword: password } }).catch(() => undefined);
    expect(inspect(intentions, { depth: 9 })).toContain('until');
    expect(inspect(intentions, { depth: 9 })).not.toContain('correct horse');
  });

  it('sends a key to each route that takes one, and to no other', () => {
    const document = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
      paths: Record<string, { post?: { security?: unknown } }>;
    };
    const posts = Object.entries(document.paths).filter(([, { post }]) => post);
    const owned = posts.filter(([path, { post }]) => post?.security && !QUESTIONS.includes(path));

    expect(posts.map(([path]) => path).filter(takesKey)).toEqual(owned.map(([path]) => path));
    expect(owned.length).toBeGreaterThan(30);
    expect(posts.length).toBeGreaterThan(owned.length);
  });

  it('sends no key with a question or with anything but a POST', async () => {
    const api = client();
    const path = { id: '019aa000-0000-7000-8000-000000000000' };
    await api.POST('/api/searches/{id}/what-if', { params: { path }, body: {} });
    await api.GET('/api/me');
    await api.PATCH('/api/candidates/{id}', { params: { path }, body: { version: 1 } });

    expect(keys()).toEqual([null, null, null]);
  });
});
