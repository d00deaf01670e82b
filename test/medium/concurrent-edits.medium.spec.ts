import fs from 'node:fs';
import { aFirm } from '../factories/firm.factory.js';
import { EDIT_EXAMPLES, type EditExample } from '../lib/edit-examples.js';
import { POST_EXAMPLES, type Stage } from '../lib/post-examples.js';
import { openTestApi, type TestApi } from './api.js';

type Method = 'post' | 'patch' | 'delete';
interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: { 'application/json'?: { schema: { $ref?: string } } } };
}

const PAIRS = Number(process.env.EDIT_PAIRS ?? 1);
const { paths, components } = JSON.parse(fs.readFileSync('openapi.json', 'utf8')) as {
  paths: Record<string, Partial<Record<Method, Operation>>>;
  components: { schemas: Record<string, { properties?: object }> };
};

const takesVersion = ({ parameters = [], requestBody }: Operation): boolean => {
  const name = requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1);
  return (
    parameters.some((one) => one.in === 'query' && one.name === 'version') ||
    'version' in ((name && components.schemas[name]?.properties) || {})
  );
};
const CHANGES = Object.entries(paths).flatMap(([path, operations]) =>
  (['post', 'patch', 'delete'] as const)
    .filter((method) => operations[method] && takesVersion(operations[method]))
    .map((method) => `${method} ${path}`),
);

/** The change of the one leaves the other nothing to change, and that is the refusal. */
const NOTHING_LEFT: Record<string, { status: number; code: string }> = {
  'delete /api/absences/{id}': { status: 404, code: 'absence_not_found' },
  'delete /api/views/{id}': { status: 404, code: 'view_not_found' },
  'post /api/activities/{id}/withdrawal': { status: 409, code: 'activity_not_changeable' },
};

/** They share the database and nothing else, as two processes would. */
let apis: [TestApi, TestApi];
beforeAll(async () => {
  apis = [await openTestApi(), await openTestApi()];
});
afterAll(() => Promise.all(apis.map((api) => api.close())));

async function exampleOf(change: string, stage: Stage): Promise<EditExample> {
  const edit = EDIT_EXAMPLES[change];
  if (edit) return edit(stage);
  const { path, body = {}, role } = await POST_EXAMPLES[change.replace('post ', '')]!(stage);
  return { path, bodies: [body, body], ...(role && { role }) };
}

describe('P7: nobody overwrites silently', () => {
  it('every change that says which version was looked at has an example', () => {
    // one that is missing: add it to test/lib/edit-examples.ts
    const known = [...Object.keys(EDIT_EXAMPLES), ...Object.keys(POST_EXAMPLES).map((path) => `post ${path}`)];

    expect(CHANGES.filter((change) => !known.includes(change))).toEqual([]);
    expect(Object.keys(EDIT_EXAMPLES).filter((change) => !CHANGES.includes(change))).toEqual([]);
  });

  it.each(CHANGES)('%s, by two people at once', async (change) => {
    const method = change.split(' ')[0] as Method;
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const stage: Stage = { api: apis[0], firm: await aFirm(apis[0].dataSource) };
      const { path, bodies, role = 'consultant' } = await exampleOf(change, stage);
      const send = (i: 0 | 1) =>
        apis[i]
          .request(stage.firm.cookie(role))
          [method](`/api/${path}`)
          .send(bodies[i])
          .then((answer) => answer);

      const answers = await Promise.all([send(0), send(1)]);

      const [done, refused] = answers.sort((a, b) => a.status - b.status);
      expect(['200', '201', '204']).toContain(`${done?.status}`);
      expect(refused?.body).toMatchObject(
        NOTHING_LEFT[change] ?? { status: 409, code: 'stale_version', current: expect.anything() },
      );
    }
    pairs += PAIRS;
  });

  let pairs = 0;
  afterAll(() => void process.stdout.write(`P7: ${pairs} pairs of changes of ${CHANGES.length} kinds at once\n`));
});
