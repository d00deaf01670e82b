import { documentOf } from '../../apps/api/src/http/openapi.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';

/** What a request may cost that is refused at the door. */
const CHEAP_MS = 100;

let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  api = await openTestApi();
  firm = await aFirm(api.dataSource);
  await cost('POST', '/api/auth/sign-in/email', '{"email":"nobody@nowhere.example","password":"warm"}');
});
afterAll(() => api.close());

const unknownKeys = (bytes: number) => {
  const keys: string[] = [];
  for (let size = 2, at = 0; size < bytes; at++) {
    keys.push(`"k${at}":1`);
    size += (keys.at(-1)?.length ?? 0) + 1;
  }
  return `{${keys.join(',')}}`;
};
const nested = (depth: number) => `{"x":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;

/** Asks in process and counts the processor time of everything it causes here. */
async function cost(method: 'POST' | 'PATCH', url: string, body: string, cookie?: string) {
  const before = process.cpuUsage();
  const request = method === 'POST' ? api.request(cookie).post(url) : api.request(cookie).patch(url);
  const response = await request.set('Content-Type', 'application/json').send(body);
  const { user, system } = process.cpuUsage(before);
  return { response, ms: (user + system) / 1_000 };
}

describe('a hostile body', () => {
  it.each([
    ['a megabyte of unknown keys', unknownKeys(1_000_000), 413],
    ['as many unknown keys as the address takes bytes', unknownKeys(16_000), 400],
    ['one name as long as the address takes bytes', `{"${'k'.repeat(16_000)}":1}`, 400],
    ['a megabyte of brackets', `{"x":${'['.repeat(500_000)}${']'.repeat(500_000)}}`, 413],
    ['three thousand levels', nested(2_500), 400],
  ])('of %s is refused for next to nothing, whoever sends it', async (_, body, status) => {
    const { response, ms } = await cost('POST', '/api/auth/sign-in/email', body);

    expect(response.status).toBe(status);
    expect(response.type).toBe('application/problem+json');
    expect(response.text.length).toBeLessThan(1_000);
    expect(ms).toBeLessThan(CHEAP_MS);
  });

  it('of a third of a million objects is refused before one of them is looked at', async () => {
    const client = '019aa000-0000-7000-8000-000000000000';
    const body = (count: number) => JSON.stringify({ version: 1, holidays: new Array<object>(count).fill({}) });

    const huge = await cost('PATCH', `/api/clients/${client}/calendar`, body(340_000), firm.cookie('researcher'));
    expect(huge.response.status).toBe(413);
    expect(huge.ms).toBeLessThan(CHEAP_MS);

    const many = await cost('PATCH', `/api/clients/${client}/calendar`, body(2_001), firm.cookie('researcher'));
    expect(many.response.body.errors).toEqual([
      { field: 'holidays', message: 'Holidays must contain no more than 2000 elements.' },
    ]);
    expect(many.ms).toBeLessThan(CHEAP_MS);
  });

  it('is told its first fifty faults, and how many more there are', async () => {
    const holidays = new Array<object>(300).fill({});
    const { response } = await cost(
      'PATCH',
      '/api/clients/019aa000-0000-7000-8000-000000000000/calendar',
      JSON.stringify({ version: 1, holidays }),
      firm.cookie('researcher'),
    );

    expect(response.status).toBe(400);
    expect(response.body.errors).toHaveLength(50);
    expect(response.body.detail).toMatch(/^Some fields need attention: these 50, and \d+ more\.$/);
  });

  it('of ten years of holidays with names is none', async () => {
    const holidays = Array.from({ length: 2_000 }, (_, at) => ({
      date: new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10),
      name: 'Tag der Deutschen Einheit',
    }));
    const { response } = await cost(
      'PATCH',
      '/api/clients/019aa000-0000-7000-8000-000000000000/calendar',
      JSON.stringify({ version: 1, holidays }),
      firm.cookie('partner'),
    );

    expect(response.body).toMatchObject({ status: 404 });
  });
});

describe('a list where an object belongs', () => {
  interface Schema {
    $ref?: string;
    allOf?: Schema[];
    items?: Schema;
    properties?: Record<string, Schema>;
  }
  /** Every field of a body that holds an object with fields of its own, or a list of them. */
  const fieldsWithObjects = () => {
    const { paths, components } = documentOf(api.app);
    const resolved = ({ $ref, allOf, ...schema }: Schema): Schema => {
      const next = $ref ? (components?.schemas?.[$ref.split('/').at(-1) ?? ''] as Schema | undefined) : allOf?.[0];
      return next ? resolved(next) : schema;
    };
    return Object.entries(paths).flatMap(([path, item]) =>
      (['post', 'patch', 'put'] as const).flatMap((method) => {
        const body = item[method]?.requestBody;
        const schema = body && 'content' in body ? body.content['application/json']?.schema : undefined;
        return Object.entries(resolved((schema ?? {}) as Schema).properties ?? {}).flatMap(([field, of]) => {
          const inner = resolved(of);
          if (inner.properties) return [{ method, path, field, sent: [] as unknown[] }];
          return inner.items && resolved(inner.items).properties ? [{ method, path, field, sent: [[]] }] : [];
        });
      }),
    );
  };

  it('is refused by the name of the field, at every address that takes one', async () => {
    const fields = fieldsWithObjects();
    expect(fields.map(({ field }) => field)).toEqual(expect.arrayContaining(['person', 'holidays', 'offers', 'merge']));
    const passed: string[] = [];
    for (const { method, path, field, sent } of fields) {
      const url = path.replaceAll(/\{\w+\}/g, firm.id);
      const { status, body } = await api
        .request(firm.cookie('admin'))
        [method](url)
        .send({ [field]: sent });
      const named = ((body as { errors?: { field: string }[] }).errors ?? []).some((one) =>
        one.field.startsWith(field),
      );
      if (status !== 400 || !named) passed.push(`${method} ${path} ${field}: ${status}`);
    }

    expect(passed).toEqual([]);
  });
});

describe('a hostile address', () => {
  const ask = (url: string) => api.request(firm.cookie('admin')).get(url);

  it('with more parameters than any has is refused', async () => {
    const many = Array.from({ length: 51 }, (_, at) => `k${at}=1`).join('&');

    expect((await ask(`/api/clients?${many}`)).body).toMatchObject({ status: 400, code: 'bad_request' });
    expect((await ask(`/api/clients?${'limit=1&'.repeat(51)}`)).body).toMatchObject({ code: 'bad_request' });
  });

  it('that is longer than any is refused', async () => {
    expect((await ask(`/api/clients?q=${'x'.repeat(8_200)}`)).body).toMatchObject({ code: 'address_too_long' });
  });

  it('with what Postgres cannot hold is refused by the name of the parameter', async () => {
    expect((await ask('/api/find?q=%00')).body).toMatchObject({ code: 'invalid', errors: [{ field: 'q' }] });
  });
});
