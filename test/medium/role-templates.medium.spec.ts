import type { Role } from '@app/identity/identity.types.js';
import type { RoleTemplate, RoleTemplates } from '@app/role-templates/role-templates.types.js';
import { aClient } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
});

const ROBOTS = { text: 'Has shipped robots', kind: 'technical', mustHave: true };
const ROBOTICS = { title: 'Head of Robotics', family: 'research', code: 'HROB', criteria: [ROBOTS] };

const as = (role: Role) => api.request(firm.cookie(role));
const list = async (role: Role = 'researcher') =>
  (await as(role).get('/api/role-templates').expect(200)).body as RoleTemplates;
const titled = async (title: string): Promise<RoleTemplate> => {
  const { items, archived } = await list();
  return [...items, ...archived].find((template) => template.title === title)!;
};
const add = (fields: object = {}, role: Role = 'partner') =>
  as(role)
    .post('/api/role-templates')
    .send({ ...ROBOTICS, ...fields });
const edit = (id: string, changes: object, role: Role = 'partner') =>
  as(role).patch(`/api/role-templates/${id}`).send(changes);
const open = async (roleKey: string) =>
  as('consultant')
    .post('/api/searches')
    .send({
      ...{ roleKey, clientId: await aClient(api.dataSource, firm), officeId: firm.officeId },
      leadUserId: firm.users.consultant.id,
    });
const audited = (id: string) =>
  api.dataSource.query(`select action, actor_id, detail from audit_entry where subject_id = $1 order by id`, [id]);

describe('the role templates of a firm', () => {
  it('are read by everybody, by title, and start with those that every firm starts with', async () => {
    const { items, archived, allowed } = await list();

    expect(items.map(({ title }) => title)).toEqual([
      'Chief AI Officer',
      'Chief Data Officer',
      'Evaluation and Reliability Lead',
      'Head of Agentic AI',
      'Head of AI Infrastructure',
      'Head of AI Safety & Governance',
      'Inference Lead',
      'VP AI Product',
      'VP MLOps',
      'VP Research',
    ]);
    expect(items[0]).toMatchObject({ key: 'chief_ai_officer', code: 'CAIO', family: 'leadership', version: 1 });
    expect(items[0]?.criteria).toHaveLength(8);
    expect([archived, allowed, items[0]?.allowed]).toEqual([[], { add: false }, { edit: false }]);
    expect((await list('partner')).allowed).toEqual({ add: true });
  });

  it('take one more, from which searches are opened', async () => {
    const { status, body } = await add();

    expect(status).toBe(201);
    expect(body).toEqual({
      ...ROBOTICS,
      ...{ id: expect.any(String), key: 'head_of_robotics', archived: false, version: 1, allowed: { edit: true } },
    });
    expect(await audited(body.id)).toEqual([
      {
        action: 'role_templates.template_added',
        actor_id: firm.users.partner.id,
        detail: { key: 'head_of_robotics' },
      },
    ]);
    const search = await open('head_of_robotics');
    expect(search.body).toMatchObject({ title: 'Head of Robotics', roleKey: 'head_of_robotics', criteria: [ROBOTS] });
    expect(search.body.ref).toMatch(/^HROB-/);
    const roles = (await as('researcher').get('/api/policies')).body.roles as { title: string }[];
    expect(roles.map(({ title }) => title)).toContain('Head of Robotics');
  });

  it('change as a whole or in part, and a search keeps what it took', async () => {
    const { id } = await titled('VP MLOps');
    const before = await open('vp_mlops');

    const changed = await edit(id, { version: 1, title: 'Head of MLOps', code: 'HMLO', criteria: [ROBOTS] }, 'admin');

    expect([changed.status, changed.body]).toEqual([
      200,
      expect.objectContaining({ key: 'vp_mlops', title: 'Head of MLOps', family: 'infrastructure', version: 2 }),
    ]);
    expect((await audited(id))[0]).toMatchObject({
      action: 'role_templates.template_changed',
      detail: { key: 'vp_mlops', changed: ['title', 'code', 'criteria'] },
    });
    const kept = (await as('consultant').get(`/api/searches/${before.body.id}`)).body;
    expect(kept).toEqual(before.body);
    const after = await open('vp_mlops');
    expect(after.body).toMatchObject({ title: 'Head of MLOps', criteria: [ROBOTS] });
    expect(after.body.ref).toMatch(/^HMLO-/);
  });

  it('are archived, so that no search is opened from them, and brought back', async () => {
    const { id } = await titled('VP MLOps');
    const before = await open('vp_mlops');

    expect((await edit(id, { version: 1, archived: true })).body).toMatchObject({ archived: true, version: 2 });
    const { items, archived } = await list();
    expect([items.length, archived.map(({ title }) => title)]).toEqual([9, ['VP MLOps']]);
    const message =
      'The role template “VP MLOps” is archived. Choose another, or have it brought back in the settings.';
    const refused = await open('vp_mlops');
    expect([refused.status, refused.body]).toEqual([
      400,
      expect.objectContaining({ code: 'role_refused', detail: message, errors: [{ field: 'roleKey', message }] }),
    ]);
    expect((await as('consultant').get(`/api/searches/${before.body.id}`)).status).toBe(200);

    expect((await edit(id, { version: 2, archived: false })).body).toMatchObject({ archived: false, version: 3 });
    expect((await open('vp_mlops')).status).toBe(201);
  });

  it('that are archived keep the limits that were set for them', async () => {
    const { id } = await titled('VP MLOps');
    await edit((await titled('VP Research')).id, { version: 1, archived: true });
    const limits = { version: 0, settings: { windowCloseDay: 35 } };
    expect((await as('partner').patch('/api/policies/roles/vp_mlops').send(limits)).status).toBe(200);

    await edit(id, { version: 1, archived: true });

    const roles = (await as('researcher').get('/api/policies')).body.roles as { title: string }[];
    expect(roles.map(({ title }) => title)).toContain('VP MLOps');
    expect(roles.map(({ title }) => title)).not.toContain('VP Research');
    const back = { version: 1, settings: { windowCloseDay: null } };
    expect((await as('partner').patch('/api/policies/roles/vp_mlops').send(back)).status).toBe(200);
  });
});

describe('a change of the role templates', () => {
  it.each<Role>(['consultant', 'researcher'])('is none of a %s', async (role) => {
    const { id } = await titled('VP MLOps');

    for (const { status, body } of [await add({}, role), await edit(id, { version: 1, archived: true }, role)]) {
      expect([status, body.code]).toEqual([403, 'not_allowed']);
      expect(body.detail).toBe('Only partners and admins can change the role templates.');
    }
  });

  it('of what somebody else has changed is refused with how it stands now', async () => {
    const { id } = await titled('VP MLOps');
    const theirs = await edit(id, { version: 1, title: 'Head of MLOps' }, 'admin');

    const { status, body } = await edit(id, { version: 1, title: 'MLOps Lead' });

    expect([status, body.code, body.current]).toEqual([409, 'stale_version', theirs.body]);
  });

  it('gives no two of them one title, whatever its letters, also where one is archived', async () => {
    const research = await titled('VP Research');
    const again = await add({ title: 'vp mlops' });
    const renamed = await edit(research.id, { version: 1, title: 'VP MLOps' });
    await edit((await titled('VP MLOps')).id, { version: 1, archived: true });
    const archived = await add({ title: 'VP MLOps' });

    const sentence = 'There is a role template of this title already. Choose another.';
    for (const { status, body } of [again, renamed])
      expect([status, body.code, body.detail]).toEqual([409, 'role_title_taken', sentence]);
    expect([archived.status, archived.body.errors]).toEqual([
      409,
      [
        {
          field: 'title',
          message: 'An archived role template has this title. Bring it back, or choose another title.',
        },
      ],
    ]);
    expect((await edit(research.id, { version: 1, title: 'VP RESEARCH' })).status).toBe(200);
  });

  it.each<[string, object, string]>([
    ['an empty title', { title: ' ' }, 'Title must not be empty.'],
    ['letters that are small', { code: 'hrob' }, 'Reference letters must be two to six capital letters, such as CAIO.'],
    ['a function there is not', { family: 'sales' }, 'Function must be one of the following values'],
    ['a criterion without words', { criteria: [{ ...ROBOTS, text: '' }] }, 'Criterion must not be empty.'],
    ['a key', { key: 'mine' }, 'There is no field "key" here.'],
  ])('with %s is refused', async (_, fields, sentence) => {
    const { status, body } = await add(fields);

    expect([status, body.code]).toEqual([400, 'invalid']);
    expect(body.errors[0].message).toContain(sentence);
  });

  it('finds no template of another firm', async () => {
    const other = await aFirm(api.dataSource);
    const [{ id }] = await api.dataSource.query('select id from role_template where firm_id = $1 limit 1', [other.id]);

    const { status, body } = await edit(id, { version: 1, archived: true });

    expect([status, body.code]).toEqual([404, 'role_template_not_found']);
  });

  it('adds no more than can be looked through', async () => {
    await api.dataSource.query(
      `insert into role_template (firm_id, id, key, code, title, family, criteria)
       select $1, gen_random_uuid(), 'more_' || n, 'MORE', 'More ' || n, 'product', '[]' from generate_series(1, 190) n`,
      [firm.id],
    );

    const { status, body } = await add();

    expect([status, body.code]).toEqual([409, 'too_many_role_templates']);
  });
});

it('a search is opened from no role that the firm does not have', async () => {
  const { status, body } = await open('caio');

  expect([status, body.code, body.detail]).toEqual([400, 'role_refused', 'There is no role template with this key.']);
});
