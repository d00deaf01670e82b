import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aCandidacy, daysAgo } from '../factories/candidacy.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { expectProblem } from '../lib/anybody.js';
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
const extend = (candidacyId: string, body: object = {}, role?: Role) =>
  post(`candidacies/${candidacyId}/offers`, { version: 1, ...body }, role);
const decide = (offerId: string, body: object = {}, role?: Role) =>
  post(`offers/${offerId}/decision`, { version: 1, decision: 'declined', ...body }, role);
const aFinalist = (options: { searchId?: string; at?: Date } = {}) =>
  aCandidacy(api.dataSource, firm, { stage: 'finalist', at: daysAgo(20), ...options });
const searchOf = async (id: string) => {
  const [row] = await api.dataSource.query(
    `select s.status, s.close_reason, s.closed_at, e.closed_at as episode_closed_at, s.progress_key
     from search s join search_episode e on e.firm_id = s.firm_id and e.id = s.episode_id where s.firm_id = $1 and s.id = $2`,
    [firm.id, id],
  );
  return row as { status: string; close_reason: string | null; closed_at: Date | null; episode_closed_at: Date | null };
};
const announced = async (searchId: string) =>
  (
    await api.dataSource.query<{ fact: string }[]>(
      'select fact from outbox where firm_id = $1 and subject_id = $2 order by id',
      [firm.id, searchId],
    )
  ).map(({ fact }) => fact);

describe('extending an offer', () => {
  it('moves the card to the offer stage, stops the window, and the search has an offer out', async () => {
    const { id, searchId } = await aFinalist();

    const { status, body } = await extend(id, { currency: 'EUR', base: 310000, bonus: 90000.5, equityValue: 400000 });

    expect(status).toBe(201);
    expect(body.card).toMatchObject({ stageId: firm.stages.offer, window: { state: 'stopped', day: 20 } });
    expect(body.offers).toMatchObject([
      {
        id: body.offerId,
        decision: null,
        currency: 'EUR',
        base: 310000,
        bonus: 90000.5,
        equityValue: 400000,
        signOn: null,
      },
    ]);
    expect(await searchOf(searchId)).toMatchObject({ status: 'offer', closed_at: null });
    expect(await announced(searchId)).toEqual(['pipeline.candidacy_moved', 'offers.offer_extended']);
  });

  it('counts from the day it went out, not from the day it was written down', async () => {
    const { id } = await aFinalist();

    const { body } = await extend(id, { extendedAt: daysAgo(5).toISOString() });

    expect(body.card.window).toMatchObject({ state: 'stopped', day: 15 });
  });

  it('leaves a search on hold on hold', async () => {
    const { id, searchId } = await aFinalist();
    await post(`searches/${searchId}/hold`, { version: 1 }, 'partner');

    await extend(id);

    expect(await searchOf(searchId)).toMatchObject({ status: 'on_hold' });
  });

  it.each([
    ['eur', 'EUR'],
    ['HRK', 'HRK'],
  ])('keeps the currency %s as an import keeps it: %s', async (given, kept) => {
    const { id } = await aFinalist();

    const { status, body } = await extend(id, { currency: given, base: 310000 });

    expect([status, body.offers?.[0]?.currency]).toEqual([201, kept]);
  });

  it('names a sum that is no number in plain words', async () => {
    const { id } = await aFinalist();

    const { body } = await extend(id, { base: '5' });

    expect(body.errors[0]).toEqual({ field: 'base', message: 'Base must be a number.' });
  });

  it.each<[string, object, Role, number, string]>([
    ['by a researcher', {}, 'researcher', 403, 'not_allowed'],
    ['on a card somebody changed', { version: 4 }, 'partner', 409, 'stale_version'],
    ['in the future', { extendedAt: '2099-01-01T00:00:00Z' }, 'partner', 400, 'offer_moment_refused'],
    ['in money that is none', { currency: 'EURO' }, 'partner', 400, 'invalid'],
    ['of less than nothing', { base: -1 }, 'partner', 400, 'invalid'],
    ['of more than a number', { base: '1e400' }, 'partner', 400, 'invalid'],
    ['of next to nothing', { signOn: 5e-324 }, 'partner', 400, 'invalid'],
    ['of less than a cent', { bonus: 1.005 }, 'partner', 400, 'invalid'],
    ['with a field that does not exist', { salaryHistory: 1 }, 'partner', 400, 'invalid'],
  ])('is refused %s', async (_, body, role, status, code) => {
    const { id, searchId } = await aFinalist();

    const response = await extend(id, body, role);

    expect([response.status, response.body.code]).toEqual([status, code]);
    expect(await announced(searchId)).toEqual([]);
  });

  it('is refused while one waits for its answer, and to somebody who left', async () => {
    const waits = await aFinalist();
    const left = await aFinalist();
    await extend(waits.id);
    await post(`candidacies/${left.id}/outcome`, {
      version: 1,
      outcome: 'withdrawn',
      by: 'candidate',
      reason: 'stayed',
    });

    const version = (await api.request(firm.cookie('partner')).get(`/api/candidacies/${waits.id}`)).body.card.version;

    expectProblem(await extend(waits.id, { version }), 409, 'offer_already_out');
    expect((await extend(left.id, { version: 2 })).body.code).toBe('candidacy_ended');
  });

  it('is proposed by the card and the board where it may be extended, and nowhere else', async () => {
    const { id, searchId } = await aFinalist();
    const said = async () => {
      const as = api.request(firm.cookie('partner'));
      const board = (await as.get(`/api/searches/${searchId}/board`)).body;
      const { card } = (await as.get(`/api/candidacies/${id}`)).body;
      expect(board.cards).toEqual([card]);
      return { offer: card.allowed.offer, outcomes: card.allowed.outcomes, version: card.version };
    };
    const before = await said();
    const out = await extend(id);
    const waiting = await said();
    await decide(out.body.offerId);
    const after = await said();

    expect([before.offer, waiting.offer, after.offer]).toEqual([true, false, true]);
    expect([before, waiting, after].map(({ outcomes }) => outcomes.length)).toEqual([2, 0, 2]);
    expect((await extend(id, { version: after.version })).status).toBe(201);
  });

  it('keeps an outcome away until the offer is answered', async () => {
    const { id } = await aFinalist();
    const { body } = await extend(id);

    const ending = await post(`candidacies/${id}/outcome`, {
      version: body.card.version,
      outcome: 'withdrawn',
      by: 'candidate',
      reason: 'stayed',
    });

    expect(ending.body.code).toBe('offer_undecided');
  });
});

describe('an offer that is accepted', () => {
  it('places the candidate, closes the search with its episode, and leaves the others where they are', async () => {
    const { id, searchId } = await aFinalist();
    const other = await aFinalist({ searchId });
    const { body: out } = await extend(id);

    const { status, body } = await decide(out.offerId, { decision: 'accepted', startDate: '2027-02-01' });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: 'placed',
      outcomeBy: 'candidate',
      card: { stageId: firm.stages.placed, allowed: { moveTo: [], outcomes: [], offer: false } },
      offers: [{ decision: 'accepted' }],
    });
    const search = await searchOf(searchId);
    expect(search).toMatchObject({ status: 'placed', close_reason: 'placed' });
    expect(search.closed_at).toEqual(search.episode_closed_at);
    const board = (await api.request(firm.cookie('partner')).get(`/api/searches/${searchId}/board`)).body;
    expect(board).toMatchObject({
      search: { status: 'placed', health: null, allowed: { addCandidates: false } },
      cards: [
        { id: other.id, stageId: firm.stages.finalist, allowed: { moveTo: [], outcomes: ['withdrawn', 'rejected'] } },
      ],
      placed: [{ stageId: firm.stages.placed, placedAt: expect.any(String) }],
      endedCount: 1,
    });
    expect(await announced(searchId)).toEqual(
      expect.arrayContaining(['pipeline.candidacy_ended', 'searches.search_closed', 'offers.offer_decided']),
    );
  });

  it('cannot be accepted after the search was closed otherwise', async () => {
    const { id, searchId } = await aFinalist();
    const { body } = await extend(id);
    const [{ version }] = await api.dataSource.query('select version from search where id = $1', [searchId]);
    await post(`searches/${searchId}/close`, { version, reason: 'cancelled' }, 'partner');

    expect((await decide(body.offerId, { decision: 'accepted' })).body.code).toBe('search_not_running');
    expect((await decide(body.offerId, { decision: 'rescinded' })).status).toBe(200);
  });
});

describe('an offer that is turned down', () => {
  it.each(['declined', 'expired', 'rescinded'])(
    'as %s leaves the candidacy live and the search open',
    async (decision) => {
      const { id, searchId } = await aFinalist();
      const { body: out } = await extend(id);

      const { body } = await decide(out.offerId, { decision });

      expect(body).toMatchObject({ outcome: null, card: { stageId: firm.stages.offer }, offers: [{ decision }] });
      expect(await searchOf(searchId)).toMatchObject({ status: 'open' });
    },
  );

  it('keeps the search at offer while another one is out', async () => {
    const searchId = await aSearch(api.dataSource, firm, { openedAt: daysAgo(30) });
    const [first, second] = [await aFinalist({ searchId }), await aFinalist({ searchId })];
    const { body: one } = await extend(first.id);
    const { body: two } = await extend(second.id);

    await decide(one.offerId);
    expect(await searchOf(searchId)).toMatchObject({ status: 'offer' });
    await decide(two.offerId);
    expect(await searchOf(searchId)).toMatchObject({ status: 'open' });
  });

  it('may be followed by another one, and the window stays where the first one stopped it', async () => {
    const { id } = await aFinalist();
    const { body: first } = await extend(id, { extendedAt: daysAgo(6).toISOString() });
    const { body: declined } = await decide(first.offerId, { decidedAt: daysAgo(2).toISOString() });

    const { status, body } = await extend(id, { version: declined.card.version });

    expect(status).toBe(201);
    expect(body.offers).toHaveLength(2);
    expect(body.card.window).toMatchObject({ state: 'stopped', day: 14 });
  });

  it.each<[string, object, Role, number, string]>([
    ['by a researcher', {}, 'researcher', 403, 'not_allowed'],
    ['as something else', { decision: 'ghosted' }, 'partner', 400, 'invalid'],
    ['on an offer somebody changed', { version: 3 }, 'partner', 409, 'stale_version'],
    ['before it went out', { decidedAt: daysAgo(9).toISOString() }, 'partner', 400, 'offer_moment_refused'],
    ['with a first day', { startDate: '2027-02-01' }, 'partner', 400, 'start_date_without_acceptance'],
  ])('is not recorded %s', async (_, body, role, status, code) => {
    const { id } = await aFinalist();
    const { body: out } = await extend(id);

    const response = await decide(out.offerId, body, role);

    expect([response.status, response.body.code]).toEqual([status, code]);
  });

  it('is recorded once', async () => {
    const { id } = await aFinalist();
    const { body: out } = await extend(id);
    await decide(out.offerId);

    expect((await decide(out.offerId, { version: 2 })).body.code).toBe('offer_already_decided');
  });

  it('is not there for people who may not know of its search', async () => {
    const searchId = await aSearch(api.dataSource, firm, { confidential: true });
    const { id } = await aFinalist({ searchId });
    const { body: out } = await extend(id, {}, 'partner');

    const [hidden, nowhere] = [await decide(out.offerId, {}, 'admin'), await decide(newId(), {}, 'admin')];

    expect(hidden.status).toBe(404);
    expect(hidden.body).toEqual(nowhere.body);
  });
});
