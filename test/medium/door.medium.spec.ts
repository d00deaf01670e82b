import type { Response } from 'supertest';
import { documentOf } from '../../apps/api/src/http/openapi.js';
import { LoginsService } from '@app/auth/logins.service.js';
import { aFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
}

const PASSWORD = 'a long walk by the river';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const expectProblem = (response: Response, status: number, code: string) => {
  expect(response.type).toBe('application/problem+json');
  expect(response.body).toMatchObject({ status, code });
  expect(response.status).toBe(status);
};
const post = (body: string, type = 'application/json') =>
  api.request().post('/api/auth/sign-in/email').set('Content-Type', type).send(body);

describe('the door', () => {
  it.each([
    ['a body that is not JSON', '{"email":', 'application/json', 400, 'bad_request'],
    ['an empty body', '', 'application/json', 400, 'bad_request'],
    ['a body that reaches for the prototype', '{"__proto__":{"a":1}}', 'application/json', 400, 'bad_request'],
    ['a body that is a list', '[]', 'application/json', 400, 'invalid'],
    [
      'a body of more than such addresses take',
      JSON.stringify({ email: 'x'.repeat(16_400) }),
      'application/json',
      413,
      'too_large',
    ],
    ['a form', 'email=a&password=b', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
    ['plain text', 'hello', 'text/plain', 415, 'unsupported_media_type'],
  ])('answers %s with a problem', async (_, body, type, status, code) => {
    expectProblem(await post(body, type), status, code);
  });

  it.each(['/api/nothing-here', '/api', '/nothing', '/api/me/x', '/api/%00', '/..%2f..%2fetc/passwd'])(
    'answers the unknown address %s with a problem',
    async (address) => {
      expectProblem(await api.request().get(address), 404, 'not_found');
    },
  );

  it.each(['/api/me', '/%61pi/me', '/%61%70i/nothing-here', '/nothing'])(
    'has nobody keep what it answers at %s',
    async (address) => {
      expect((await api.request().get(address)).headers['cache-control']).toBe('no-store');
    },
  );

  it('answers an address that is not valid with a problem', async () => {
    expectProblem(await api.request().get('/api/%E0%A4%A'), 400, 'bad_request');
  });

  it('answers a value that Postgres cannot keep with a problem', async () => {
    const signUp = { firmName: 'nul \u0000 byte', name: 'A', email: 'nul@firm.example' };
    const refused = await api
      .request()
      .post('/api/sign-up')
      .send({ ...signUp, country: 'DE', timeZone: 'UTC' });
    expectProblem(refused, 400, 'invalid');
    expect(refused.body.errors).toEqual([{ field: 'firmName', message: 'Firm must not contain a null character.' }]);
  });

  it('refuses changes that other sites ask a browser for', async () => {
    const firm = await aFirm(api.dataSource);
    const ask = (origin?: string) => {
      const request = api.request(firm.cookie('admin')).post('/api/auth/sign-out');
      return origin === undefined ? request.unset('Origin') : request.set('Origin', origin);
    };

    expectProblem(await ask('https://elsewhere.example'), 403, 'cross_origin');
    expectProblem(await ask('null'), 403, 'cross_origin');
    expectProblem(await ask(), 403, 'cross_origin');
    expect((await ask('http://localhost:3000')).status).toBe(200);
  });

  it('keeps answers of the API out of caches and pages out of frames', async () => {
    const { headers } = await api.request().get('/api/me');

    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});

describe('the session cookie', () => {
  it.each([
    ['https://firm.example', /^__Host-searchlight\.session_token=[^;]+;(?!.*Domain).*Path=\/;.*HttpOnly;.*Secure/],
    ['http://127.0.0.1:3000', /^searchlight\.session_token=[^;]+;(?!.*Secure).*Path=\/;.*HttpOnly/],
  ])('of %s belongs to this host alone', async (publicUrl, form) => {
    const other = await openTestApi({ PUBLIC_URL: publicUrl });
    const [user] = Object.values((await aFirm(other.dataSource)).users);
    const { id = '', email = '' } = user ?? {};
    const logins = other.app.get(LoginsService);
    const chosen = await logins.choosePassword(PASSWORD);
    await other.dataSource.transaction((tx) => logins.setPassword(tx, id, chosen));

    const { headers } = await other
      .request()
      .post('/api/auth/sign-in/email')
      .set('Origin', publicUrl)
      .send({ email, password: PASSWORD });
    const [cookie = ''] = headers['set-cookie'] ?? [];
    const { body } = await other.request(cookie.split(';')[0]).get('/api/me');

    expect(cookie).toMatch(form);
    expect(body).toMatchObject({ user: { email } });
    await other.close();
  });
});

describe('every operation of the API document', () => {
  const operations = () =>
    Object.entries(documentOf(api.app).paths).flatMap(([path, item]) =>
      (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
        const operation = item[method];
        return operation
          ? [{ path, method, name: operation.operationId, isPublic: 'x-public' in operation, operation }]
          : [];
      }),
    );

  it('asks for a session unless it is one of the few that are public', async () => {
    const answers = operations()
      .filter(({ isPublic }) => !isPublic)
      .map(async ({ method, path, name }) => {
        const response = await api
          .request()
          [method](path.replaceAll(/\{[^}]+\}/g, '019aa000-0000-7000-8000-000000000000'));
        return [name, response.status, response.body.code];
      });

    const wrong = (await Promise.all(answers)).filter(([, status, code]) => status !== 401 || code !== 'not_signed_in');

    expect(answers.length).toBeGreaterThan(3);
    expect(wrong).toEqual([]);
  });

  it('is public in the cases that must be', () => {
    const open = operations().filter(({ isPublic }) => isPublic);

    expect(open.map(({ name }) => name).sort()).toEqual([
      'auth_requestPasswordReset',
      'auth_resetPassword',
      'auth_signIn',
      'auth_signOut',
      'health_live',
      'health_ready',
      'invitations_accept',
      'invitations_open',
      'mailEvents_take',
      'regions_regions',
      'signUp_confirm',
      'signUp_look',
      'signUp_setUp',
      'signUp_signUp',
      'signUp_state',
      'unsubscribe_choose',
      'unsubscribe_look',
      'unsubscribe_oneClick',
    ]);
  });

  it('takes no number, text or list without an end', () => {
    const schemas = documentOf(api.app).components?.schemas ?? {};
    const endless = operations().flatMap(({ operation: { parameters, requestBody }, name }) =>
      endlessOf({ parameters, requestBody }, `${name}`, schemas),
    );

    expect(endless).toEqual([]);
  });

  /** Where in this a value may be as large as it likes: Postgres, or our memory, would be the one to refuse it. */
  function endlessOf(node: unknown, at: string, schemas: Record<string, unknown>, within: string[] = []): string[] {
    if (typeof node !== 'object' || node === null) return [];
    const schema = node as Schema;
    if (schema.$ref) {
      const name = schema.$ref.split('/').at(-1) ?? '';
      return within.includes(name) ? [] : endlessOf(schemas[name], `${at} ${name}`, schemas, [...within, name]);
    }
    const types = [schema.type].flat();
    const ends =
      (!types.includes('array') || schema.maxItems !== undefined) &&
      (!types.some((type) => type === 'number' || type === 'integer') ||
        (schema.minimum !== undefined && schema.maximum !== undefined)) &&
      (!types.includes('string') ||
        schema.enum !== undefined ||
        schema.maxLength !== undefined ||
        ['uuid', 'date', 'date-time', 'binary'].includes(schema.format ?? ''));
    const inner = Object.entries(schema).flatMap(([key, value]) => endlessOf(value, `${at}.${key}`, schemas, within));
    return ends ? inner : [at, ...inner];
  }

  it('says which problems it answers with', () => {
    const silent = operations().filter(({ operation }) => !operation.responses['500']);

    expect(silent).toEqual([]);
  });
});
