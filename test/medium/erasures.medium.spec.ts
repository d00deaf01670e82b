import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { History } from '../factories/history.factory.js';
import { addPerson } from '../../apps/cli/src/commands/person.js';
import { runCommand } from '../lib/command.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
let past: History;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
  past = await History.of(api.dataSource, firm);
});

const PERSON = {
  name: 'Zoë Example',
  email: 'zoe@mail.example',
  phone: '+49 30 901820',
  profileUrl: 'https://profiles.example/zoe',
  title: 'VP MLOps',
  employer: 'Northwind Models',
  city: 'Berlin',
  source: 'Conference',
};

const as = (role: Role) => api.request(firm.cookie(role));
const add = async (fields: object = PERSON, role: Role = 'researcher'): Promise<string> =>
  (await as(role).post('/api/candidates').send(fields)).body.id;
const request = (id: string, changes: object = {}) => ({
  person: { kind: 'candidate', id },
  reason: 'their_request',
  requestedOn: '2026-11-20',
  confirm: PERSON.name,
  ...changes,
});
const erase = (id: string, changes: object = {}, role: Role = 'partner') =>
  as(role).post('/api/erasures').send(request(id, changes));
const rows = (sql: string, ...more: unknown[]) => api.dataSource.query(sql, [firm.id, ...more]);

describe('erasing a candidate', () => {
  it('empties their record and keeps a proof that names nobody', async () => {
    const id = await add();
    const { status, body } = await erase(id);

    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      at: expect.any(String),
      by: { id: firm.users.partner.id, name: firm.users.partner.name },
      person: { kind: 'candidate', id },
      reason: 'their_request',
      requestedOn: '2026-11-20',
      counts: { candidates: { candidate: 1 } },
      total: 1,
    });
    expect((await as('admin').get(`/api/erasures/${body.id}`)).body).toEqual(body);
    expect((await as('admin').get('/api/erasures')).body).toEqual({ items: [body], next: null });
    const [record] = await rows('select * from candidate where firm_id = $1 and id = $2', id);
    expect(record).toMatchObject({ name: 'Erased person', email: null, employer: null, source: null, signals: [] });
    expect((await as('researcher').get('/api/candidates')).body.items).toEqual([]);
  });

  it('takes their words out of what others wrote elsewhere, and nothing else', async () => {
    const id = await add();
    const other = await add({ name: 'Ada Other' });
    const note = `${PERSON.name} says Ada is best. Write to ZOE@mail.example, not zoe@mail.example.org`;
    await as('consultant').post('/api/activities').send({ kind: 'note', candidateId: other, text: note });
    await as('consultant').post('/api/activities').send({ kind: 'note', candidateId: id, text: 'knows the market' });
    const { body } = await erase(id);

    expect(body.counts).toEqual({ candidates: { candidate: 1 }, activities: { activity: 2 } });
    expect(await rows('select text from activity where firm_id = $1 and candidate_id = $2', other)).toEqual([
      { text: '[erased] says Ada is best. Write to [erased], not [erased].org' },
    ]);
    expect(await rows('select text from activity where firm_id = $1 and candidate_id = $2', id)).toEqual([
      { text: null },
    ]);
  });

  it('leaves a name alone that somebody else bears too', async () => {
    const id = await add();
    const namesake = await add({ name: PERSON.name });
    await as('consultant').post('/api/activities').send({ kind: 'note', candidateId: namesake, text: PERSON.name });
    await erase(id);

    expect(await rows('select text from activity where firm_id = $1')).toEqual([{ text: PERSON.name }]);
  });

  it('ends where they stand, keeps moves as facts and takes their reasons out', async () => {
    const id = await add();
    const searchId = await past.search({ openedAt: '2026-10-01T09:00:00Z' });
    const candidacyId = await past.candidacy(searchId, {
      stage: 'contacted',
      at: '2026-10-02T09:00:00Z',
      candidateId: id,
    });
    const { body: candidacy } = await as('consultant').get(`/api/candidacies/${candidacyId}`);
    const moved = await as('consultant').post(`/api/candidacies/${candidacyId}/moves`).send({
      version: candidacy.card.version,
      toStageId: candidacy.card.allowed.moveTo[0],
      reason: 'they were splendid',
    });
    expect(moved.status).toBe(201);
    const before = await rows('select id, at, to_stage_id from stage_move where firm_id = $1 order by id');
    const { body } = await erase(id);

    expect(body.counts.pipeline.stage_move).toBe(1);
    expect(await rows('select id, at, to_stage_id from stage_move where firm_id = $1 order by id')).toEqual(before);
    expect(await rows('select reason from stage_move where firm_id = $1 and reason is not null')).toEqual([]);
    expect(await rows('select outcome, outcome_by from candidacy where firm_id = $1')).toEqual([
      { outcome: 'withdrawn', outcome_by: 'candidate' },
    ]);
    await expect(rows(`update stage_move set reason = 'again' where firm_id = $1`)).rejects.toThrow('append-only');
    await expect(rows(`update erasure set counts = '{}' where firm_id = $1`)).rejects.toThrow('append-only');
  });

  it('counts nothing of confidential searches, and erases there all the same', async () => {
    const id = await add();
    const hidden = await past.search({ openedAt: '2026-10-01T09:00:00Z', confidential: true });
    await past.candidacy(hidden, { stage: 'contacted', at: '2026-10-02T09:00:00Z', candidateId: id });
    await as('consultant')
      .post('/api/activities')
      .send({ kind: 'call', candidateId: id, searchId: hidden, text: 'a secret' });
    expect((await as('partner').get(`/api/searches/${hidden}`)).status).toBe(404);
    const preview = (await as('partner').get(`/api/erasures/preview/candidate/${id}`)).body;
    const { body } = await erase(id);

    expect(preview).toEqual({
      person: { kind: 'candidate', id, name: PERSON.name },
      counts: { candidates: { candidate: 1 } },
      total: 1,
    });
    expect(body.counts).toEqual(preview.counts);
    expect(await rows('select text from activity where firm_id = $1')).toEqual([{ text: null }]);
  });

  it('is audited without a word about the person', async () => {
    const id = await add();
    const { body } = await erase(id);

    const [entry] = await rows(
      `select actor_id, subject_id, detail from audit_entry where firm_id = $1 and action = 'compliance.person_erased'`,
    );
    expect(entry).toEqual({
      actor_id: firm.users.partner.id,
      subject_id: body.id,
      detail: { personKind: 'candidate', reason: 'their_request' },
    });
  });

  it('is found again by whoever may, by command line too, the latest first', async () => {
    const { body: first } = await erase(await add());
    const { body: second } = await erase(await add({ ...PERSON, despiteErasure: 'they_came_back' }, 'partner'));
    const page = (await as('admin').get('/api/erasures?limit=1')).body;
    const command = (...words: string[]) =>
      runCommand([addPerson], ['person', 'erasures', '--firm', firm.name, ...words]);

    expect(page.items).toEqual([second]);
    expect((await as('admin').get(`/api/erasures?limit=1&after=${page.next}`)).body).toEqual({
      items: [first],
      next: null,
    });
    expect(JSON.parse((await command('--json')).printed)).toEqual([second, first]);
    const { status, printed } = await command();
    expect([
      status,
      printed
        .trim()
        .split('\n')
        .map((line) => line.includes(PERSON.name)),
    ]).toEqual([0, [false, false]]);
    expect(printed).toContain(`${first.id}  candidate ${first.person.id}  their_request`);
  });

  it.each<[string, object, number, string]>([
    ['another name is typed', { confirm: 'Somebody Else' }, 400, 'confirmation_wrong'],
    ['nobody has that id', { person: { kind: 'candidate', id: newId() } }, 404, 'person_not_found'],
    ['the request lies in the future', { requestedOn: '2099-01-01' }, 400, 'request_in_future'],
  ])('is refused when %s', async (_, changes, status, code) => {
    const id = await add();
    const answer = await erase(id, changes);

    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await as('partner').get(`/api/candidates/${id}`)).body.name).toBe(PERSON.name);
  });

  it('is refused a second time, and while an import is under way', async () => {
    const id = await add();
    const runId = newId();
    await rows(
      `insert into import_run (firm_id, id, state, check_only, progress) values ($1, $2, 'running', false, '{}')`,
      runId,
    );
    expect((await erase(id)).body.code).toBe('import_under_way');
    await rows(`update import_run set state = 'done' where firm_id = $1 and id = $2`, runId);
    expect((await erase(id)).status).toBe(201);
    expect((await erase(id)).body.code).toBe('person_erased');
  });

  it.each<Role>(['consultant', 'researcher'])(
    'is not for a %s, nor is a preview, an export or a proof',
    async (role) => {
      const id = await add();

      expect((await erase(id, {}, role)).status).toBe(403);
      for (const path of [
        `erasures/preview/candidate/${id}`,
        `exports/candidate/${id}`,
        'erasures',
        `erasures/${newId()}`,
      ]) {
        expect((await as(role).get(`/api/${path}`)).status).toBe(403);
      }
    },
  );

  it("knows nobody of another firm, in the same words as nobody's id", async () => {
    const id = await add();
    const stranger = await aFirm(api.dataSource);
    const asStranger = api.request(stranger.cookie('partner'));
    const answers = await Promise.all([id, newId()].map((one) => asStranger.get(`/api/exports/candidate/${one}`)));

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(answers[0]?.body.detail).toBe(answers[1]?.body.detail);
  });
});
