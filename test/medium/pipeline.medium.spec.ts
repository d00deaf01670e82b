import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aCandidacy, daysAgo } from '../factories/candidacy.factory.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
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

const post = (path: string, body: object, role: Role = 'researcher', of = firm) =>
  api.request(of.cookie(role)).post(`/api/${path}`).send(body);
const get = (path: string, role: Role = 'researcher', of = firm) => api.request(of.cookie(role)).get(`/api/${path}`);
const add = async (searchId: string, body: object = {}, role: Role = 'researcher') =>
  post(`searches/${searchId}/candidacies`, { candidateId: await aCandidate(api.dataSource, firm), ...body }, role);
const move = (id: string, version: number, stage: string, role: Role = 'researcher') =>
  post(`candidacies/${id}/moves`, { version, toStageId: firm.stages[stage] }, role);
const trail = async (subjectId: string) =>
  (
    await api.dataSource.query<{ action: string }[]>(
      'select action from audit_entry where firm_id = $1 and subject_id = $2 order by id',
      [firm.id, subjectId],
    )
  ).map(({ action }) => action);
const announced = async (searchId: string) =>
  (
    await api.dataSource.query<{ fact: string }[]>(
      'select fact from outbox where firm_id = $1 and subject_id = $2 order by id',
      [firm.id, searchId],
    )
  ).map(({ fact }) => fact);

describe('the stages of a firm', () => {
  it('come in the order of the process', async () => {
    const { body, status } = await get('stages');

    expect(status).toBe(200);
    expect(body.items.map(({ key }: { key: string }) => key)).toEqual([
      'sourced',
      'contacted',
      'assessed',
      'presented',
      'client_interview',
      'finalist',
      'offer',
      'placed',
    ]);
    expect(body.items[2]).toEqual({
      id: firm.stages.assessed,
      key: 'assessed',
      label: 'Assessed',
      kind: 'assessed',
      position: 3,
      budgetWorkingDays: 4,
      archived: false,
    });
  });
});

describe('adding a candidate to a search', () => {
  it('begins in the first stage, without a market window, audited and announced', async () => {
    const searchId = await aSearch(api.dataSource, firm);

    const { status, body } = await add(searchId);

    expect(status).toBe(201);
    expect(body).toMatchObject({ version: 1, stageId: firm.stages.sourced, daysInStage: 0, window: null, flags: [] });
    expect(await trail(body.id)).toEqual(['pipeline.candidacy_added']);
    expect(await announced(searchId)).toEqual(['pipeline.candidacy_added']);
  });

  it('opens the window when it begins after a first contact, and at the earlier day the candidate names', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    const candidateId = await aCandidate(api.dataSource, firm);
    await api.dataSource.query(
      `update candidate set in_market_since = (now() at time zone 'Europe/Berlin')::date - 3 where firm_id = $1 and id = $2`,
      [firm.id, candidateId],
    );

    const { body } = await add(searchId, { candidateId, stageId: firm.stages.contacted });

    expect(body.window).toMatchObject({ day: 3, state: 'open' });
  });

  it('happens once per search', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    const candidateId = await aCandidate(api.dataSource, firm);
    await add(searchId, { candidateId });

    const { status, body } = await add(searchId, { candidateId });

    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'already_in_search', detail: 'This candidate is already in this search.' });
    expect(await announced(searchId)).toHaveLength(1);
  });

  it.each<[string, () => Promise<object> | object, number, string]>([
    ['somebody nobody knows', () => ({ candidateId: newId() }), 400, 'unknown_candidate'],
    ['without a candidate', () => ({ candidateId: undefined }), 400, 'invalid'],
    ['in a stage nobody knows', () => ({ stageId: newId() }), 400, 'unknown_stage'],
    ['straight into an offer', () => ({ stageId: firm.stages.offer }), 409, 'stage_needs_offer'],
    ['with a field that does not exist', () => ({ firmId: newId() }), 400, 'invalid'],
    [
      'of another firm',
      async () => ({ candidateId: await aCandidate(api.dataSource, await aFirm(api.dataSource)) }),
      400,
      'unknown_candidate',
    ],
  ])('refuses %s', async (_, body, status, code) => {
    const response = await add(await aSearch(api.dataSource, firm), await body());

    expect([response.status, response.body.code]).toEqual([status, code]);
  });

  it('is refused in a search that is closed', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    await post(`searches/${searchId}/close`, { version: 1, reason: 'cancelled' }, 'partner');

    expect((await add(searchId)).body.code).toBe('search_not_running');
  });

  it('answers for a confidential search of others as for one that does not exist', async () => {
    const hidden = await aSearch(api.dataSource, firm, { confidential: true });

    const [there, nowhere] = [await add(hidden), await add(newId())];

    expect(there.status).toBe(404);
    expect(there.body).toEqual(nowhere.body);
    expect((await add(hidden, {}, 'partner')).status).toBe(201);
  });
});

describe('moving a candidate', () => {
  it('moves the card, the clocks and the search, and leaves audit and announcement', async () => {
    const { id, searchId } = await aCandidacy(api.dataSource, firm);

    const { status, body } = await move(id, 1, 'assessed');

    expect(status).toBe(201);
    expect(body).toMatchObject({ id, version: 2, stageId: firm.stages.assessed, daysInStage: 0 });
    expect(body.window).toMatchObject({ day: 0, state: 'open', openedAt: body.stageSince });
    const [search] = await api.dataSource.query(
      'select last_progress_at, next_check_at::text from search join search_check on search_id = id where id = $2 and search.firm_id = $1',
      [firm.id, searchId],
    );
    expect(search).toEqual({ last_progress_at: new Date(body.stageSince), next_check_at: '-infinity' });
    expect(await trail(id)).toEqual(['pipeline.candidacy_moved']);
    expect(await announced(searchId)).toEqual(['pipeline.candidacy_moved']);
  });

  it('takes the flag of its old stage off the card in the same answer', async () => {
    const { id, searchId } = await aCandidacy(api.dataSource, firm, { stage: 'assessed', at: daysAgo(9) });
    await api.dataSource.query(
      `insert into stall_flag (firm_id, id, rule, severity, search_id, candidacy_id, subject_id, episode_key, state, since,
                               deadline, basis, evidence, sentence, next_step)
       select c.firm_id, $2, 'stage_overdue', 'watch', c.search_id, c.id, c.id, c.stage_key, 'open', c.stage_since, now(),
              '{}', '{}', 'Late.', 'Call.' from candidacy c where c.firm_id = $1 and c.id = $3`,
      [firm.id, newId(), id],
    );
    const before = await get(`searches/${searchId}/board`);

    const after = await move(id, 1, 'presented');

    expect(before.body.cards[0].flags).toHaveLength(1);
    expect(after.body.flags).toEqual([]);
  });

  it('back is no progress, and keeps the window open', async () => {
    const { id, searchId } = await aCandidacy(api.dataSource, firm, { stage: 'presented', at: daysAgo(4) });
    const progress = () =>
      api.dataSource.query('select last_progress_at, progress_key from candidacy where firm_id = $1 and id = $2', [
        firm.id,
        id,
      ]);
    const before = await progress();

    const { body } = await move(id, 1, 'sourced');

    expect(await progress()).toEqual(before);
    expect(body.window).toMatchObject({ day: 4 });
    const [search] = await api.dataSource.query(
      'select next_check_at::text from search_check where firm_id = $1 and search_id = $2',
      [firm.id, searchId],
    );
    expect(search.next_check_at).toBe('-infinity');
  });

  it('is refused with the card as it is when somebody was faster', async () => {
    const { id } = await aCandidacy(api.dataSource, firm);
    const { body: faster } = await move(id, 1, 'contacted');

    const { status, body } = await move(id, 1, 'assessed');

    expect(status).toBe(409);
    expect(body.code).toBe('stale_version');
    expect(body.current).toEqual(faster);
  });

  it.each<[string, (id: string) => Promise<{ status: number; body: { code: string } }>, number, string]>([
    [
      'into a stage nobody knows',
      (id) => post(`candidacies/${id}/moves`, { version: 1, toStageId: newId() }),
      400,
      'unknown_stage',
    ],
    ['to where the candidate is', (id) => move(id, 1, 'sourced'), 409, 'same_stage'],
    ['into an offer', (id) => move(id, 1, 'offer', 'partner'), 409, 'stage_needs_offer'],
    ['into a placement', (id) => move(id, 1, 'placed', 'admin'), 409, 'stage_needs_offer'],
    ['without a version', (id) => post(`candidacies/${id}/moves`, { toStageId: newId() }), 400, 'invalid'],
    [
      'with a field that does not exist',
      (id) =>
        post(`candidacies/${id}/moves`, { version: 1, toStageId: firm.stages.assessed, at: '2026-01-01T00:00:00Z' }),
      400,
      'invalid',
    ],
    ['of nobody', () => move(newId(), 1, 'assessed'), 404, 'candidacy_not_found'],
    ['with an address that is no id', () => move('1', 1, 'assessed'), 400, 'invalid'],
  ])('refuses one %s', async (_, attempt, status, code) => {
    const { id, searchId } = await aCandidacy(api.dataSource, firm);

    const response = await attempt(id);

    expect([response.status, response.body.code]).toEqual([status, code]);
    expect(await announced(searchId)).toEqual([]);
  });

  it('refuses the card of another firm, and of a confidential search of others, as if there were none', async () => {
    const other = await aFirm(api.dataSource);
    const foreign = await aCandidacy(api.dataSource, other);
    const hidden = await aCandidacy(api.dataSource, firm, { search: { confidential: true } });

    const answers = await Promise.all([foreign.id, hidden.id, newId()].map((id) => move(id, 1, 'assessed', 'admin')));

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });
});
