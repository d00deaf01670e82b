import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { openTestApi, type TestApi } from './api.js';

interface Setting {
  key: string;
  value: number | boolean;
  origin: string;
  wider: { value: number | boolean; origin: string } | null;
}
interface Budget {
  stageId: string;
  value: number | null;
  origin: string;
  wider: { value: number | null; origin: string } | null;
  settable: boolean;
}

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
const set = (where: string, settings: object, version = 0, role: Role = 'partner') =>
  as(role).patch(`/api/${where}`).send({ version, settings });
const ofFirm = 'policies/firm';
const ofRole = 'policies/roles/chief_ai_officer';
const of = (searchId: string) => `searches/${searchId}/policy`;
const policy = async (searchId: string, role: Role = 'researcher') =>
  (await as(role).get(`/api/${of(searchId)}`)).body as { settings: Setting[]; stageBudgets: Budget[]; version: number };
const setting = (view: { settings: Setting[] }, key: string) => {
  const { value, origin, wider } = view.settings.find((one) => one.key === key) as Setting;
  return { value, origin, wider };
};
const budget = (view: { stageBudgets: Budget[] }, stage: string) => {
  const { value, origin, wider } = view.stageBudgets.find((one) => one.stageId === firm.stages[stage]) as Budget;
  return { value, origin, wider };
};
const dueNow = async (): Promise<string[]> => {
  const rows = await api.dataSource.query(
    `select search_id as id from search_check where firm_id = $1 and next_check_at = '-infinity' order by search_id`,
    [firm.id],
  );
  return rows.map(({ id }: { id: string }) => id);
};
const nobodyDue = () =>
  api.dataSource.query(`update search_check set next_check_at = '2030-01-01T00:00:00Z' where firm_id = $1`, [firm.id]);

describe('the policy of a search', () => {
  it('is the default, with what each limit does, for a firm that has said nothing', async () => {
    const view = await policy(await aSearch(api.dataSource, firm));

    expect(view).toMatchObject({ scope: 'search', version: 0, allowed: { edit: false } });
    expect(view.settings.find(({ key }) => key === 'noProgressDays')).toEqual({
      key: 'noProgressDays',
      label: 'No progress',
      about: 'A search is stalled when nobody in it has moved for this long.',
      unit: 'working_days',
      min: 1,
      max: 250,
      value: 5,
      origin: 'default',
      wider: null,
    });
    expect(view.settings).toHaveLength(14);
    expect(view.stageBudgets.map(({ settable }) => settable)).toEqual([
      ...[false, true, true, true, true, true, true, false],
    ]);
  });

  it('takes each setting from the narrowest layer that has it, and says what the next wider one would give', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    await set(ofFirm, { noProgressDays: 7, slateSize: 4, windowCloseDay: 30 });
    await set(ofRole, { noProgressDays: 6, mailClientForFeedback: true });
    const { status, body } = await set(of(searchId), { noProgressDays: 3 });

    expect([status, body.version, body.allowed.edit]).toEqual([200, 1, true]);
    expect(setting(body, 'noProgressDays')).toEqual({
      value: 3,
      origin: 'search',
      wider: { value: 6, origin: 'role' },
    });
    expect(setting(body, 'mailClientForFeedback')).toEqual({
      value: true,
      origin: 'role',
      wider: { value: false, origin: 'default' },
    });
    expect(setting(body, 'slateSize')).toEqual({ value: 4, origin: 'firm', wider: { value: 3, origin: 'default' } });
    expect(setting(body, 'slateDay')).toEqual({ value: 28, origin: 'default', wider: null });

    const cleared = await set(of(searchId), { noProgressDays: null }, 1);
    expect(setting(cleared.body, 'noProgressDays')).toEqual({
      value: 6,
      origin: 'role',
      wider: { value: 7, origin: 'firm' },
    });
  });

  it('takes the budget of a stage from a layer, else from the stage, else from its share of the window', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    await api.dataSource.query('update stage set budget_working_days = null where firm_id = $1', [firm.id]);
    await api.dataSource.query('update stage set budget_working_days = 2 where id = $1', [firm.stages['assessed']]);
    const before = await policy(searchId);
    const share = budget(before, 'presented').value;

    await set(ofFirm, { stageBudgets: { [firm.stages['presented'] ?? '']: 9 } });
    await set(of(searchId), { stageBudgets: { [firm.stages['presented'] ?? '']: 4 } });
    const after = await policy(searchId);

    expect(budget(before, 'assessed')).toEqual({ value: 2, origin: 'stage', wider: null });
    expect(budget(before, 'presented')).toEqual({ value: expect.any(Number), origin: 'share', wider: null });
    expect(budget(after, 'presented')).toEqual({ value: 4, origin: 'search', wider: { value: 9, origin: 'firm' } });
    const back = await set(ofFirm, { stageBudgets: { [firm.stages['presented'] ?? '']: null } }, 1);
    expect(budget(back.body, 'presented')).toEqual({ value: share, origin: 'share', wider: null });
  });

  it('of a confidential search is there for its team alone', async () => {
    const searchId = await aSearch(api.dataSource, firm, { confidential: true });

    const [read, written] = [
      await as('admin').get(`/api/${of(searchId)}`),
      await set(of(searchId), { noProgressDays: 3 }, 0, 'admin'),
    ];

    expect([read.status, written.status, read.body.code]).toEqual([404, 404, 'search_not_found']);
  });
});

describe('setting a limit', () => {
  it('is a version, audited and announced, and has exactly the searches it applies to looked at again', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    const other = await aSearch(api.dataSource, firm);
    await api.dataSource.query(`update search set role_key = 'vp_mlops' where id = $1`, [other]);

    const due: string[][] = [];
    for (const where of [ofFirm, ofRole, of(searchId)]) {
      await nobodyDue();
      await set(where, { noProgressDays: 9 });
      due.push(await dueNow());
    }

    expect(due).toEqual([[searchId, other].sort(), [searchId], [searchId]]);
    const told = await api.dataSource.query(
      `select a.action, a.actor_id = $2 as own, a.detail from audit_entry a
       join outbox o on o.firm_id = a.firm_id and o.subject_id = a.subject_id and o.fact = a.action
       where a.firm_id = $1 order by a.at, a.id`,
      [firm.id, firm.users.partner.id],
    );
    expect(told).toEqual([
      {
        action: 'policies.policy_changed',
        own: true,
        detail: { scope: 'firm', scopeKey: '', version: 1, changed: ['noProgressDays'] },
      },
      expect.objectContaining({ detail: expect.objectContaining({ scope: 'role', scopeKey: 'chief_ai_officer' }) }),
      expect.objectContaining({ detail: expect.objectContaining({ scope: 'search', scopeKey: searchId }) }),
    ]);
  });

  it('is kept in versions that say what was different', async () => {
    const stageId = firm.stages['presented'] ?? '';
    await set(ofFirm, { noProgressDays: 7 });
    await set(ofFirm, { noProgressDays: 8, mailClientForFeedback: true }, 1, 'admin');
    await set(ofFirm, { noProgressDays: null, stageBudgets: { [stageId]: 1 } }, 2);
    await set(ofFirm, { noProgressDays: null }, 3);

    const { items } = (await as('researcher').get('/api/policies/firm/versions')).body;

    expect(items).toEqual([
      {
        version: 3,
        at: expect.any(String),
        by: { id: firm.users.partner.id, name: 'Simulated partner' },
        changes: ['No progress: no longer set here (was 8 working days)', 'Budget of Presented: 1 working day'],
      },
      expect.objectContaining({
        version: 2,
        by: { id: firm.users.admin.id, name: 'Simulated admin' },
        changes: ['No progress: 8 working days instead of 7 working days', 'Ask the client by email: yes'],
      }),
      expect.objectContaining({ version: 1, changes: ['No progress: 7 working days'] }),
    ]);
    expect((await as('partner').get('/api/policies/roles/vp_mlops/versions')).body).toEqual({ items: [] });

    await api.dataSource.query('update stage set archived_at = now() where id = $1', [stageId]);
    expect((await as('researcher').get('/api/policies/firm/versions')).body).toEqual({ items });
  });

  it.each<[string, object, string, string]>([
    ['nought', { noProgressDays: 0 }, 'noProgressDays', '“No progress” must be a whole number from 1 to 250.'],
    ['half a day', { slateDay: 2.5 }, 'slateDay', '“Slate due” must be a whole number from 1 to 250.'],
    ['more than a year', { decisionMakerDays: 251 }, 'decisionMakerDays', 'a whole number from 1 to 250'],
    ['a crowd', { slateSize: 51 }, 'slateSize', 'a whole number from 1 to 50'],
    ['a word', { offerPendingDays: '5' }, 'offerPendingDays', 'must be a whole number'],
    ['a number for yes or no', { mailClientForFeedback: 1 }, 'mailClientForFeedback', 'is either yes or no.'],
    ['an unknown setting', { patience: 3 }, 'patience', 'There is no setting “patience”.'],
    ['an unknown setting taken back', { patience: null }, 'patience', 'There is no setting “patience”.'],
    [
      'a watch day after the closing',
      { windowWatchDay: 28 },
      'windowCloseDay',
      '“Window closing” (28) must come before “Window closed” (28).',
    ],
    [
      'a client stalled before it is watched',
      { clientSilentStalledDays: 2 },
      'clientSilentStalledDays',
      '“Client silent” (3) must come before “Client silent for too long” (2).',
    ],
    [
      'a budget for no stage',
      { stageBudgets: { nowhere: 3 } },
      'stageBudgets.nowhere',
      'There is no stage with this id.',
    ],
    ['a list of budgets', { stageBudgets: [3] }, 'stageBudgets', 'Budgets are given by stage'],
  ])('is refused for %s, with a sentence at its field', async (_, settings, field, sentence) => {
    const { status, body } = await set(ofFirm, settings);

    expect([status, body.code]).toEqual([400, 'policy_refused']);
    expect(body.errors).toEqual([{ field, message: expect.stringContaining(sentence) }]);
    expect((await as('partner').get('/api/policies')).body.firm.version).toBe(0);
  });

  it('is refused for a stage outside of the window', async () => {
    const stageId = firm.stages['sourced'] ?? '';

    const { body } = await set(ofFirm, { stageBudgets: { [stageId]: 3 } });

    expect(body.detail).toBe('“Sourced” is outside the market window and has no budget.');
  });

  it('is refused where it would turn the limits of a role round', async () => {
    await set(ofRole, { windowWatchDay: 26 });

    const [role, fine] = [
      await set(ofFirm, { windowWatchDay: 10, windowCloseDay: 25 }),
      await set(ofFirm, { windowWatchDay: 10, windowCloseDay: 27 }),
    ];

    expect(role.body.detail).toBe(
      'For the role Chief AI Officer: “Window closing” (26) must come before “Window closed” (25).',
    );
    expect(fine.status).toBe(200);
  });

  it('is never refused because of a search, which not everybody may know of: the earlier limit gives way there', async () => {
    const searchId = await aSearch(api.dataSource, firm, { confidential: true });
    await set(of(searchId), { windowCloseDay: 26 });

    const [wider, own] = [
      await set(ofFirm, { windowWatchDay: 27 }, 0, 'admin'),
      (await as('partner').get(`/api/${of(searchId)}`)).body,
    ];

    expect([wider.status, setting(wider.body, 'windowWatchDay')?.value]).toEqual([200, 27]);
    expect(setting(own, 'windowWatchDay')).toMatchObject({ value: 25, origin: 'firm' });
    expect((await set(of(searchId), { slateDay: 12 }, 1)).status).toBe(200);
    expect((await set(of(searchId), { windowCloseDay: 27 }, 2)).body.detail).toBe(
      '“Window closing” (27) must come before “Window closed” (27).',
    );
  });

  it('is for partners and admins at the firm and the roles, and for the lead too at a search', async () => {
    const lead = await aSearch(api.dataSource, firm, { leadUserId: firm.users.consultant.id });
    const member = await aSearch(api.dataSource, firm, { memberIds: [firm.users.consultant.id] });
    const byConsultant = (where: string) => set(where, { noProgressDays: 4 }, 0, 'consultant');

    const statuses = [];
    for (const where of [ofFirm, ofRole, of(lead), of(member)]) statuses.push((await byConsultant(where)).status);

    expect(statuses).toEqual([403, 403, 200, 403]);
    expect((await set(of(member), { noProgressDays: 4 }, 0, 'admin')).status).toBe(200);
    expect((await set('policies/roles/janitor', {})).body.code).toBe('unknown_role');
    expect((await set(of(newId()), {})).body.code).toBe('search_not_found');
  });

  it('refuses a second editor, who is shown what the first one wrote', async () => {
    const answers = await Promise.all([6, 7].map((days) => set(ofFirm, { noProgressDays: days })));
    const [saved, stale] = answers[0]?.status === 200 ? answers : [...answers].reverse();

    expect([saved?.status, stale?.status, stale?.body.code]).toEqual([200, 409, 'stale_version']);
    expect(setting(stale?.body.current, 'noProgressDays')).toEqual(setting(saved?.body, 'noProgressDays'));
  });
});
