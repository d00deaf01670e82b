import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aCandidacy, daysAgo, manyCandidacies } from '../factories/candidacy.factory.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, aStalledFlag } from '../factories/search.factory.js';
import { countQueries } from '../lib/count-queries.js';
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

const post = (path: string, body: object, role: Role = 'consultant') =>
  api.request(firm.cookie(role)).post(`/api/${path}`).send(body);
const get = (path: string, role: Role = 'researcher') => api.request(firm.cookie(role)).get(`/api/${path}`);
const board = (searchId: string, role?: Role) => get(`searches/${searchId}/board`, role);
const end = (id: string, body: object = {}, role: Role = 'consultant') =>
  post(
    `candidacies/${id}/outcome`,
    { version: 1, outcome: 'withdrawn', by: 'candidate', reason: 'counter_offer', ...body },
    role,
  );
const move = (id: string, version: number, stage: string) =>
  post(`candidacies/${id}/moves`, { version, toStageId: firm.stages[stage] });
const clocks = async (id: string) => {
  const [row] = await api.dataSource.query(
    `select stage_id, stage_since, stage_key, last_progress_at, progress_key, window_opened_at, window_key
     from candidacy where firm_id = $1 and id = $2`,
    [firm.id, id],
  );
  return row as Record<string, unknown>;
};

describe('the board of a search', () => {
  it('shows the search, its stages and a card per live candidacy', async () => {
    const searchId = await aSearch(api.dataSource, firm, { title: 'Group CAIO', openedAt: daysAgo(30) });
    const { id, candidateId } = await aCandidacy(api.dataSource, firm, {
      searchId,
      stage: 'finalist',
      at: daysAgo(22),
    });
    await aStalledFlag(api.dataSource, firm, searchId);

    const { status, body } = await board(searchId);

    expect(status).toBe(200);
    expect(body.search).toMatchObject({
      id: searchId,
      title: 'Group CAIO',
      status: 'open',
      lead: { name: 'Simulated partner' },
      day: 30,
      health: 'stalled',
      reason: 'No movement since Thu 5 Nov.',
      nextStep: 'Call the client today.',
      officeTimeZone: 'Europe/Berlin',
      allowed: { addCandidates: true },
    });
    expect(body.stages).toHaveLength(8);
    expect(body.cards).toMatchObject([
      {
        id,
        stageId: firm.stages.finalist,
        daysInStage: 22,
        candidate: { id: candidateId, title: null, employer: null },
        window: { day: 22, state: 'closing' },
        flags: [],
        allowed: { outcomes: ['withdrawn', 'rejected'], offer: false },
      },
    ]);
    expect(body.endedCount).toBe(0);
  });

  it('leaves offers out of what a researcher may do, and plain moves into them out of what anybody may', async () => {
    const { searchId } = await aCandidacy(api.dataSource, firm, { stage: 'finalist' });

    const { body } = await board(searchId, 'partner');

    expect(body.cards[0].allowed.offer).toBe(true);
    expect(body.cards[0].allowed.moveTo).toEqual(
      ['sourced', 'contacted', 'assessed', 'presented', 'client_interview'].map((key) => firm.stages[key]),
    );
  });

  it('takes as many queries for two hundred cards as for one', async () => {
    const costs: number[] = [];
    for (const count of [1, 200]) {
      const searchId = await aSearch(api.dataSource, firm);
      await manyCandidacies(api.dataSource, firm, searchId, count);
      costs.push(
        await countQueries(api.dataSource, async () => {
          const flagged = (await board(searchId)).body.cards.filter(
            (card: { flags: unknown[] }) => card.flags.length > 0,
          );
          expect(flagged).toHaveLength(Math.ceil(count / 3));
        }),
      );
    }

    expect(costs).toEqual([2, 2]);
  });

  it('of a confidential search is there for its team alone', async () => {
    const member = firm.users.researcher.id;
    const searchId = await aSearch(api.dataSource, firm, { confidential: true, memberIds: [member] });

    const [lead, onTeam, admin, nowhere] = [
      await board(searchId, 'partner'),
      await board(searchId, 'researcher'),
      await board(searchId, 'admin'),
      await board(newId(), 'admin'),
    ];

    expect([lead.status, onTeam.status, admin.status]).toEqual([200, 200, 404]);
    expect(admin.body).toEqual(nowhere.body);
  });
});

describe('ending a candidacy', () => {
  it('takes the card off the board and keeps it among the ended', async () => {
    const { id, searchId, candidateId } = await aCandidacy(api.dataSource, firm, { stage: 'assessed' });

    const { status, body } = await end(id);

    expect(status).toBe(200);
    expect(body).toMatchObject({ outcome: 'withdrawn', outcomeBy: 'candidate', outcomeReason: 'counter_offer' });
    expect(body.card).toMatchObject({
      version: 2,
      window: { state: 'stopped' },
      allowed: { moveTo: [], outcomes: [] },
    });
    expect((await board(searchId)).body).toMatchObject({ cards: [], endedCount: 1 });
    expect((await get(`searches/${searchId}/ended`)).body).toEqual({
      items: [
        {
          id,
          candidate: expect.objectContaining({ id: candidateId }),
          stageLabel: 'Assessed',
          outcome: 'withdrawn',
          outcomeBy: 'candidate',
          outcomeReason: 'counter_offer',
          endedAt: body.endedAt,
          version: 2,
        },
      ],
      next: null,
    });
  });

  it('leaves with the search what happened in it', async () => {
    const searchId = await aSearch(api.dataSource, firm, { openedAt: daysAgo(20) });
    await aCandidacy(api.dataSource, firm, { searchId, stage: 'assessed', at: daysAgo(9) });
    const leaves = await aCandidacy(api.dataSource, firm, { searchId, stage: 'assessed', at: daysAgo(2) });

    await end(leaves.id);

    const [search] = await api.dataSource.query('select progress_key from search where id = $1', [searchId]);
    expect(search.progress_key).toBe((await clocks(leaves.id)).progress_key);
  });

  it('is for consultants and partners where the client decided', async () => {
    const { id } = await aCandidacy(api.dataSource, firm);

    const refused = await end(id, { outcome: 'rejected', by: 'client' }, 'researcher');
    const accepted = await end(id, { outcome: 'rejected', by: 'firm' }, 'researcher');

    expect([refused.status, refused.body.code, accepted.status]).toEqual([403, 'not_allowed', 200]);
  });

  it.each([
    ['as placed', { outcome: 'placed' }, 400, 'invalid'],
    ['without a reason', { reason: ' ' }, 400, 'invalid'],
    ['by nobody', { by: 'market' }, 400, 'invalid'],
    ['on a card somebody changed', { version: 7 }, 409, 'stale_version'],
  ])('is refused %s', async (_, body, status, code) => {
    const { id } = await aCandidacy(api.dataSource, firm);

    const response = await end(id, body);

    expect([response.status, response.body.code]).toEqual([status, code]);
  });

  it('happens once, stops moves, and is undone by bringing the candidacy back', async () => {
    const { id, searchId } = await aCandidacy(api.dataSource, firm, { stage: 'assessed' });
    await end(id);

    expect((await end(id, { version: 2 })).body.code).toBe('candidacy_ended');
    expect((await move(id, 2, 'presented')).body.code).toBe('candidacy_ended');
    const back = await post(`candidacies/${id}/reactivation`, { version: 2 });
    expect(back.body).toMatchObject({ outcome: null, endedAt: null, card: { version: 3, window: { state: 'open' } } });
    expect((await post(`candidacies/${id}/reactivation`, { version: 3 })).body.code).toBe('candidacy_not_ended');
    expect((await board(searchId)).body).toMatchObject({ cards: [{ id }], endedCount: 0 });
  });

  it('lists the ended in pages, latest first', async () => {
    const searchId = await aSearch(api.dataSource, firm);
    const ids: string[] = [];
    for (const _ of [1, 2, 3]) {
      const { id } = await aCandidacy(api.dataSource, firm, { searchId });
      await end(id);
      ids.unshift(id);
    }

    const first = await get(`searches/${searchId}/ended?limit=2`);
    const second = await get(`searches/${searchId}/ended?limit=2&after=${first.body.next}`);

    expect([...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(second.body.next).toBeNull();
  });
});

describe('correcting a move', () => {
  const correct = (id: string, version: number, moveId: string) =>
    post(`candidacies/${id}/corrections`, { version, moveId, reason: 'wrong card' });
  const latest = async (id: string): Promise<string> => (await clocks(id)).stage_key as string;

  it('restores stage, clocks and window as they stood, and keeps both facts', async () => {
    const { id } = await aCandidacy(api.dataSource, firm, { at: daysAgo(6) });
    const before = await clocks(id);
    await move(id, 1, 'presented');

    const { status, body } = await correct(id, 2, await latest(id));

    expect(status).toBe(200);
    expect(await clocks(id)).toEqual(before);
    expect(body.card).toMatchObject({ version: 3, stageId: firm.stages.sourced, window: null, daysInStage: 6 });
    expect(body.moves).toMatchObject([
      { fromStageLabel: null, toStageLabel: 'Sourced', voided: false, correctable: false },
      { fromStageLabel: 'Sourced', toStageLabel: 'Presented', voided: true, correctable: false },
    ]);
  });

  it('is for the latest move, once, and never for the first', async () => {
    const { id } = await aCandidacy(api.dataSource, firm);
    const first = await latest(id);
    await move(id, 1, 'assessed');
    const second = await latest(id);

    expect((await correct(id, 2, first)).body.code).toBe('move_not_correctable');
    expect((await correct(id, 2, second)).status).toBe(200);
    expect((await correct(id, 3, second)).body.code).toBe('move_not_correctable');
    expect((await correct(id, 3, first)).body.code).toBe('move_not_correctable');
    expect((await correct(id, 2, second)).body.code).toBe('stale_version');
    expect((await correct(id, 3, newId())).body.code).toBe('move_not_correctable');
  });

  it('names the move that may be corrected', async () => {
    const { id } = await aCandidacy(api.dataSource, firm);
    await move(id, 1, 'contacted');
    await move(id, 2, 'assessed');

    const { body } = await get(`candidacies/${id}`);

    expect(body.moves.map(({ correctable }: { correctable: boolean }) => correctable)).toEqual([false, false, true]);
    expect(body.moves[2].by).toEqual({ id: firm.users.consultant.id, name: 'Simulated consultant' });
  });

  it('lets the same move be made again', async () => {
    const { id } = await aCandidacy(api.dataSource, firm);
    await move(id, 1, 'assessed');
    await correct(id, 2, await latest(id));

    const again = await move(id, 3, 'assessed');

    expect(again.body).toMatchObject({ version: 4, stageId: firm.stages.assessed });
  });
});

describe('a candidacy', () => {
  it('is told with its search, moves, conversations and offers', async () => {
    const { id, searchId, candidateId } = await aCandidacy(api.dataSource, firm, { stage: 'assessed' });
    await post('activities', { kind: 'call', searchId, candidateId, text: 'Wants to know the budget.' });

    const { status, body } = await get(`candidacies/${id}`);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      card: { id },
      search: { id: searchId, title: 'Chief AI Officer' },
      outcome: null,
      moves: [{ toStageLabel: 'Assessed', by: null }],
      activities: [{ kind: 'call', text: 'Wants to know the budget.', by: { name: 'Simulated consultant' } }],
      offers: [],
    });
  });

  it('is not there for people who may not know of its search', async () => {
    const searchId = await aSearch(api.dataSource, firm, { confidential: true });
    const { id } = await aCandidacy(api.dataSource, firm, { searchId });
    const someone = await aCandidate(api.dataSource, firm);

    const answers = [await get(`candidacies/${id}`, 'admin'), await get(`candidacies/${someone}`, 'admin')];

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect((await end(id, {}, 'admin')).body.code).toBe('candidacy_not_found');
  });
});
