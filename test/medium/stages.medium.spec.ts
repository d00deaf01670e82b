import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import type { StagesRecord, WantedStage } from '@app/stage-edits/stage-edits.types.js';
import { aCandidacy } from '../factories/candidacy.factory.js';
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

const as = (role: Role) => api.request(firm.cookie(role));
const read = async (role: Role = 'researcher') => (await as(role).get('/api/stages')).body as StagesRecord;
const wanted = async (): Promise<WantedStage[]> =>
  (await read()).items.map(({ id, label, kind, budgetWorkingDays }) => ({ id, label, kind, budgetWorkingDays }));
const edit = async (change: (stages: WantedStage[]) => WantedStage[], role: Role = 'partner') => {
  const { version } = await read();
  return as(role)
    .patch('/api/stages')
    .send({ version, stages: change(await wanted()) });
};
const idOf = (key: string): string => firm.stages[key] ?? '';
const without = (key: string) => (stages: WantedStage[]) => stages.filter(({ id }) => id !== idOf(key));
const renamed = (key: string, label: string) => (stages: WantedStage[]) =>
  stages.map((stage) => (stage.id === idOf(key) ? { ...stage, label } : stage));
const labels = async () => (await read()).items.map(({ label }) => label);
const board = async (searchId: string, role: Role = 'partner') =>
  (await as(role).get(`/api/searches/${searchId}/board`)).body as {
    stages: { id: string; label: string; archived: boolean }[];
    cards: { stageId: string; version: number; allowed: { moveTo: string[] } }[];
  };
const CLOCK = 'stage_id, stage_since, stage_key, last_progress_at, progress_key, window_opened_at, assessed_at';
const clock = (from: string) =>
  api.dataSource.query(
    `select ${CLOCK} from ${from === 'row' ? 'candidacy where firm_id = $1' : "candidacy_clock($1, 'infinity')"}`,
    [firm.id],
  );

describe('the stages of a firm', () => {
  it('are read by everybody, and say who may change them', async () => {
    expect(await read('researcher')).toMatchObject({ version: 8, archived: [], allowed: { edit: false } });
    expect((await read('admin')).allowed).toEqual({ edit: true });
    expect(await labels()).toEqual([
      ...['Sourced', 'Contacted', 'Assessed', 'Presented', 'Client interview', 'Finalist', 'Offer', 'Placed'],
    ]);
  });

  it('are added, renamed, reordered and given budgets as one new version, audited and announced', async () => {
    const { status, body } = await edit((stages) => {
      const [sourced, contacted, assessed, ...others] = renamed('presented', 'Slate')(stages);
      const fresh: WantedStage = { label: 'Case study', kind: 'assessed', budgetWorkingDays: 2 };
      return [sourced, assessed, fresh, { ...contacted, budgetWorkingDays: null }, ...others] as WantedStage[];
    });

    expect(status).toBe(200);
    expect((body as StagesRecord).items.map(({ key, label, position }) => [key, label, position])).toEqual([
      ['sourced', 'Sourced', 1],
      ['assessed', 'Assessed', 2],
      ['case_study', 'Case study', 3],
      ['contacted', 'Contacted', 4],
      ['presented', 'Slate', 5],
      ['client_interview', 'Client interview', 6],
      ['finalist', 'Finalist', 7],
      ['offer', 'Offer', 8],
      ['placed', 'Placed', 9],
    ]);
    const versions = (await as('researcher').get('/api/stages/versions')).body.items;
    expect(versions).toMatchObject([
      {
        version: body.version,
        by: { id: firm.users.partner.id, name: firm.users.partner.name },
        changes: [
          'Added Case study (Assessed), 2 working days.',
          'Contacted: no budget of its own, before 3 working days.',
          'Renamed Presented to Slate.',
          'The order is now Sourced, Assessed, Contacted, Slate, Client interview, Finalist, Offer, Placed.',
        ],
      },
      { version: 8, by: null, changes: [] },
    ]);
    const facts = await api.dataSource.query(
      `select a.action, a.actor_id as "actorId", a.detail from audit_entry a
       join outbox o on o.firm_id = a.firm_id and o.subject_id = a.subject_id and o.fact = a.action
       where a.firm_id = $1 and a.subject_type = 'firm'`,
      [firm.id],
    );
    expect(facts).toEqual([
      {
        action: 'stages.stages_changed',
        actorId: firm.users.partner.id,
        detail: { version: body.version, changes: 4 },
      },
    ]);
  });

  it('asked for as they are make no new version', async () => {
    expect((await edit((stages) => stages)).body.version).toBe(8);
    expect((await as('researcher').get('/api/stages/versions')).body.items).toEqual([]);
  });

  it.each<Role>(['consultant', 'researcher'])('are not changed by a %s', async (role) => {
    const { status, body } = await edit(renamed('sourced', 'Found'), role);

    expect([status, body.code]).toEqual([403, 'not_allowed']);
    expect((await labels())[0]).toBe('Sourced');
  });

  it('changed meanwhile are refused with those of now', async () => {
    await edit(renamed('sourced', 'Found'));

    const late = await as('admin')
      .patch('/api/stages')
      .send({ version: 8, stages: renamed('sourced', 'Mapped')(await wanted()) });

    expect([late.status, late.body.code]).toEqual([409, 'stale_version']);
    expect(late.body.current).toEqual(await read('admin'));
    expect((await labels())[0]).toBe('Found');
  });

  it('changed by an import are another version too', async () => {
    await api.dataSource.query(
      `update stage set label = 'Imported', version = version + 1 where firm_id = $1 and key = 'sourced'`,
      [firm.id],
    );

    expect((await read()).version).toBe(9);
  });

  it.each<[string, (stages: WantedStage[]) => WantedStage[], RegExp]>([
    ['two of one name', renamed('assessed', 'contacted'), /two stages called contacted/],
    ['nobody to be offered anything', (stages) => without('offer')(stages), /Keep a stage of the kind Offer/],
    [
      'one that is not theirs',
      (stages) => [...stages, { id: newId(), label: 'Other', kind: 'finalist', budgetWorkingDays: null }],
      /no such stage/,
    ],
  ])('are refused with a sentence: %s', async (_, change, sentence) => {
    const { status, body } = await edit(change);

    expect([status, body.code]).toEqual([400, 'stages_refused']);
    expect(body.detail).toMatch(sentence);
    expect(body.errors[0].message).toBe(body.detail);
  });
});

describe('a stage that is archived', () => {
  it('is refused while people stand there in running searches, and only for those one may see', async () => {
    const hidden = await aSearch(api.dataSource, firm, { confidential: true });
    await aCandidacy(api.dataSource, firm, { stage: 'finalist', searchId: hidden });
    const seen = await aCandidacy(api.dataSource, firm, { stage: 'assessed' });

    const refused = await edit(without('assessed'), 'admin');
    const archived = await edit(without('finalist'), 'admin');

    expect(refused.body.detail).toBe(
      '1 person stands in Assessed in running searches. Move them first, then archive it.',
    );
    expect(archived.status).toBe(200);
    expect((await board(seen.searchId)).stages.map(({ label }) => label)).not.toContain('Finalist');
    const columns = (await board(hidden)).stages.filter(({ label }) => label === 'Finalist');
    expect(columns).toMatchObject([{ archived: true }]);
  });

  it('is a column still where somebody was placed from it', async () => {
    const { id, searchId } = await aCandidacy(api.dataSource, firm, { stage: 'placed' });
    await api.dataSource.query(`update candidacy set outcome = 'placed', ended_at = now() where id = $1`, [id]);
    await api.dataSource.query(
      `update search set status = 'placed', closed_at = now(), close_reason = 'placed' where id = $1`,
      [searchId],
    );
    await api.dataSource.query(
      `update stage set archived_at = now(), version = version + 1 where firm_id = $1 and key = 'placed'`,
      [firm.id],
    );

    const { stages } = await board(searchId);

    expect(stages.filter(({ archived }) => archived)).toMatchObject([{ id: idOf('placed') }]);
  });

  it('takes nobody in, and lets go whoever is left there', async () => {
    const { searchId } = await aCandidacy(api.dataSource, firm, { stage: 'finalist' });
    const other = await aCandidacy(api.dataSource, firm, { stage: 'assessed', searchId });
    await api.dataSource.query(`update search set status = 'on_hold' where id = $1`, [searchId]);
    await api.dataSource.query(
      `update stage set archived_at = now(), version = version + 1 where firm_id = $1 and key = 'finalist'`,
      [firm.id],
    );
    const { cards } = await board(searchId);

    const into = await as('consultant')
      .post(`/api/candidacies/${other.id}/moves`)
      .send({ version: 1, toStageId: idOf('finalist') });

    expect([into.status, into.body.code]).toEqual([409, 'stage_archived']);
    expect(cards.map(({ allowed }) => allowed.moveTo.includes(idOf('finalist')))).toEqual([false, false]);
    expect(cards.every(({ allowed }) => allowed.moveTo.length > 0)).toBe(true);
    const added = await as('consultant')
      .post(`/api/searches/${searchId}/candidacies`)
      .send({ candidateId: newId(), stageId: idOf('finalist') });
    expect(added.body.code).toBe('stage_archived');
  });

  it('has no budget, and leaves its days to the others of its kind; people are added to the first one in use', async () => {
    const { searchId } = await aCandidacy(api.dataSource, firm, { stage: 'assessed' });
    await edit((stages) => {
      const first: WantedStage = { label: 'Long list', kind: 'sourcing', budgetWorkingDays: null };
      return [first, ...without('contacted')(stages)];
    });
    const policy = (await as('partner').get(`/api/searches/${searchId}/policy`)).body as {
      stageBudgets: { label: string }[];
    };
    expect(policy.stageBudgets.map(({ label }) => label)).not.toContain('Contacted');

    expect((await edit(without('sourced'))).status).toBe(200);

    const person = (await as('consultant').post('/api/candidates').send({ name: 'Simulated Person' })).body as {
      id: string;
    };
    const added = await as('consultant').post(`/api/searches/${searchId}/candidacies`).send({ candidateId: person.id });
    expect((await read()).items.find(({ id }) => id === added.body.stageId)?.label).toBe('Long list');
  });

  it('comes back with its people and its key', async () => {
    const before = await wanted();
    await edit(without('finalist'));
    const archived = await read();

    await edit(() => before);

    expect(archived.archived.map(({ key }) => key)).toEqual(['finalist']);
    expect(await read()).toMatchObject({ archived: [] });
    expect(await wanted()).toEqual(before);
  });
});

describe('another order of stages', () => {
  it('is the order of the past too: what was progress is read again, as the clock says it', async () => {
    const { id, searchId } = await aCandidacy(api.dataSource, firm, { stage: 'contacted' });
    await as('consultant')
      .post(`/api/candidacies/${id}/moves`)
      .send({ version: 1, toStageId: idOf('assessed') })
      .expect(201);
    const [before] = await clock('row');
    await api.dataSource.query(`update search_check set next_check_at = '2030-01-01T00:00:00Z' where search_id = $1`, [
      searchId,
    ]);

    await edit(([sourced, contacted, assessed, ...others]) =>
      [sourced, assessed, contacted, ...others].flatMap((stage) => stage ?? []),
    );

    const [after] = await clock('row');
    expect(after).toEqual((await clock('function'))[0]);
    expect(after.progress_key).not.toBe(before.progress_key);
    expect(after.stage_id).toBe(idOf('assessed'));
    const [search] = await api.dataSource.query(
      `select s.progress_key = k.progress_key as same, c.next_check_at::text as due
       from search s join search_clock($1, 'infinity') k on k.search_id = s.id
       join search_check c on c.firm_id = s.firm_id and c.search_id = s.id where s.firm_id = $1`,
      [firm.id],
    );
    expect(search).toEqual({ same: true, due: '-infinity' });
  });
});
