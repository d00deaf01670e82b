import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aCandidacy, daysAgo } from '../factories/candidacy.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
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

const get = (path: string, role: Role = 'consultant') => api.request(firm.cookie(role)).get(`/api/${path}`);
const post = (path: string, body: object, role: Role = 'consultant') =>
  api.request(firm.cookie(role)).post(`/api/${path}`).send(body);
const startOn = (offerId: string, body: object, role: Role = 'consultant') =>
  api.request(firm.cookie(role)).patch(`/api/offers/${offerId}/start-date`).send(body);
const takeBack = (offerId: string, body: object = {}, role?: Role) =>
  post(`offers/${offerId}/taking-back`, { version: 2, by: 'candidate', reason: 'counter_offer', ...body }, role);

/** An offer that a finalist of the partner's search, where the consultant works too, was made and has accepted. */
async function aPlacement(
  options: { startDate?: string; signals?: string[]; confidential?: boolean; decision?: string } = {},
) {
  const candidacy = await aCandidacy(api.dataSource, firm, {
    stage: 'finalist',
    at: daysAgo(20),
    search: { openedAt: daysAgo(30), memberIds: [firm.users.consultant.id], confidential: options.confidential },
  });
  await api.dataSource.query('update candidate set signals = $3 where firm_id = $1 and id = $2', [
    firm.id,
    candidacy.candidateId,
    options.signals ?? [],
  ]);
  const { offerId } = (await post(`candidacies/${candidacy.id}/offers`, { version: 1 })).body;
  const { startDate, decision = 'accepted' } = options;
  await post(`offers/${offerId}/decision`, { version: 1, decision, startDate });
  return { ...candidacy, offerId: offerId as string };
}
interface Seen {
  id: string;
  day: number;
  dueOn: string;
  doneAt: string | null;
  note: string | null;
  version: number;
}
const checkIns = async (offerId: string, role?: Role): Promise<Seen[]> =>
  (await get(`offers/${offerId}/check-ins`, role)).body.items;
const plan = async (offerId: string) => (await checkIns(offerId)).map(({ day, dueOn }) => [day, dueOn]);
const first = async (offerId: string): Promise<Seen> => {
  const [checkIn] = await checkIns(offerId);
  if (!checkIn) throw new Error('no check-in was made');
  return checkIn;
};

describe('check-ins', () => {
  it('are made when an offer is accepted with a first day', async () => {
    const { offerId, id, searchId, candidateId } = await aPlacement({ startDate: '2027-01-04' });

    expect(await plan(offerId)).toEqual([
      [30, '2027-02-03'],
      [60, '2027-03-05'],
      [90, '2027-04-04'],
    ]);
    expect(await first(offerId)).toMatchObject({
      offerId,
      candidacyId: id,
      search: { id: searchId },
      candidate: { id: candidateId },
      doneAt: null,
      doneBy: null,
    });
    expect((await get(`candidacies/${id}`)).body.offers).toMatchObject([
      { startDate: '2027-01-04', takenBackAt: null },
    ]);
  });

  it('go on for a year with hyperscaler alumni', async () => {
    const { offerId } = await aPlacement({ startDate: '2027-01-04', signals: ['phd', 'hyperscaler_alumni'] });

    expect((await plan(offerId)).map(([day]) => day)).toEqual([30, 60, 90, 180, 365]);
  });

  it('wait for a first day, follow it when it moves unless they are done, and go when it is off', async () => {
    const { offerId } = await aPlacement();
    const before = await plan(offerId);
    await startOn(offerId, { version: 2, startDate: '2027-01-04' });
    const { id } = await first(offerId);
    await post(`check-ins/${id}/done`, { version: 1, note: 'Settled in well.' });

    const moved = await startOn(offerId, { version: 3, startDate: '2027-02-01' });
    const afterMoving = await plan(offerId);
    await startOn(offerId, { version: 4, startDate: null });

    expect(before).toEqual([]);
    expect(moved.body.offers).toMatchObject([{ startDate: '2027-02-01', version: 4 }]);
    expect(afterMoving).toEqual([
      [30, '2027-02-03'],
      [60, '2027-04-02'],
      [90, '2027-05-02'],
    ]);
    expect(await plan(offerId)).toEqual([[30, '2027-02-03']]);
  });

  it('are done once, with a note, and by mistake undone', async () => {
    const { offerId } = await aPlacement({ startDate: '2027-01-04' });
    const { id } = await first(offerId);

    const done = await post(`check-ins/${id}/done`, { version: 1, note: 'Settled in well.' }, 'researcher');
    const again = await post(`check-ins/${id}/done`, { version: 2 });
    await startOn(offerId, { version: 2, startDate: '2027-01-11' });
    const undone = await post(`check-ins/${id}/undone`, { version: 2 });
    const open = await post(`check-ins/${id}/undone`, { version: undone.body.version });

    expect(done.body).toMatchObject({
      doneAt: expect.any(String),
      doneBy: { id: firm.users.researcher.id },
      note: 'Settled in well.',
      version: 2,
    });
    expect([again.status, again.body.code]).toEqual([409, 'check_in_done']);
    expect(undone.body).toMatchObject({ doneAt: null, note: null, dueOn: '2027-02-10' });
    expect([open.status, open.body.code]).toEqual([409, 'check_in_not_done']);
    const actions = await api.dataSource.query(
      'select action from audit_entry where firm_id = $1 and subject_id = $2 order by action',
      [firm.id, id],
    );
    expect(actions).toEqual([{ action: 'offers.check_in_done' }, { action: 'offers.check_in_undone' }]);
  });

  it('that somebody changed in the meantime are shown as they are now', async () => {
    const { offerId } = await aPlacement({ startDate: '2027-01-04' });
    const { id } = await first(offerId);
    await startOn(offerId, { version: 2, startDate: '2027-01-11' });

    const stale = await post(`check-ins/${id}/done`, { version: 1 });

    expect([stale.status, stale.body.code, stale.body.current.dueOn]).toEqual([409, 'stale_version', '2027-02-10']);
  });

  it('still to be held are listed page by page, for those who work on the search', async () => {
    const [one, two] = [await aPlacement({ startDate: '2027-01-04' }), await aPlacement({ startDate: '2027-01-05' })];
    await post(`check-ins/${(await first(one.offerId)).id}/done`, { version: 1 });

    const pages: string[] = [];
    for (let after = ''; ;) {
      const { items, next } = (await get(`check-ins?until=2027-03-06&limit=1${after}`)).body;
      pages.push(...(items as Seen[]).map(({ dueOn }) => dueOn));
      if (!next) break;
      after = `&after=${encodeURIComponent(next as string)}`;
    }
    expect(pages).toEqual(['2027-02-04', '2027-03-05', '2027-03-06']);
    expect((await get('check-ins', 'researcher')).body.items).toEqual([]);
    expect(two.offerId).not.toBe(one.offerId);
  });

  it('are listed in one query, however many they are', async () => {
    const { offerId } = await aPlacement({ startDate: '2027-01-04' });

    expect(await countQueries(api.dataSource, () => get('check-ins'))).toBe(1);
    expect(await countQueries(api.dataSource, () => get(`offers/${offerId}/check-ins`))).toBe(1);
  });

  it('in a confidential search do not exist for others', async () => {
    const { offerId } = await aPlacement({ startDate: '2027-01-04', confidential: true });
    const { id } = await first(offerId);

    const [hidden, unknown] = [
      await get(`offers/${offerId}/check-ins`, 'admin'),
      await get(`offers/${newId()}/check-ins`, 'admin'),
    ];
    expect([hidden.status, hidden.body.code, hidden.text]).toEqual([404, 'offer_not_found', unknown.text]);
    const response = await post(`check-ins/${id}/done`, { version: 1 }, 'admin');
    expect([response.status, response.body.code]).toEqual([404, 'check_in_not_found']);
    expect((await post(`check-ins/${newId()}/undone`, { version: 1 })).body.code).toBe('check_in_not_found');
  });
});

describe('a first day', () => {
  it.each<[string, object, Role, number, string]>([
    ['by a researcher', { startDate: '2027-01-04' }, 'researcher', 403, 'not_allowed'],
    ['that does not exist', { startDate: '2027-02-30' }, 'partner', 400, 'invalid'],
    ['that is not said', {}, 'partner', 400, 'invalid'],
    ['on an offer somebody changed', { version: 7, startDate: '2027-01-04' }, 'partner', 409, 'stale_version'],
  ])('is refused %s', async (_, body, role, status, code) => {
    const { offerId } = await aPlacement();

    const response = await startOn(offerId, { version: 2, ...body }, role);

    expect([response.status, response.body.code]).toEqual([status, code]);
  });

  it('belongs to an offer that was accepted', async () => {
    const { offerId } = await aPlacement({ decision: 'declined' });

    expect((await startOn(offerId, { version: 2, startDate: '2027-01-04' })).body.code).toBe('offer_not_accepted');
    expect((await startOn(newId(), { version: 2, startDate: '2027-01-04' })).body.code).toBe('offer_not_found');
  });
});

describe('an acceptance that is taken back', () => {
  it('leaves no check-ins but those held, ends the candidacy otherwise, and the search may be reopened', async () => {
    const { offerId, id, searchId } = await aPlacement({ startDate: '2027-01-04' });
    await post(`check-ins/${(await first(offerId)).id}/done`, { version: 1 });

    const { status, body } = await takeBack(offerId);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: 'withdrawn',
      outcomeBy: 'candidate',
      outcomeReason: 'counter_offer',
      offers: [{ decision: 'accepted', takenBackAt: expect.any(String) }],
    });
    expect(await plan(offerId)).toEqual([[30, '2027-02-03']]);
    const search = (await get(`searches/${searchId}`)).body;
    expect(search).toMatchObject({ status: 'placed', allowed: { reopen: true } });
    const [derived] = await api.dataSource.query(
      `select c.outcome = k.outcome and c.stage_id = k.stage_id and c.progress_key = k.progress_key as same
       from candidacy c, candidacy_clock($1, now() + interval '1 s', null, $2) k where c.firm_id = $1 and c.id = $2`,
      [firm.id, id],
    );
    expect(derived).toEqual({ same: true });
  });

  it('by the client turns the candidate down', async () => {
    const { offerId } = await aPlacement();

    expect((await takeBack(offerId, { by: 'client', reason: 'hiring_freeze' })).body).toMatchObject({
      outcome: 'rejected',
      outcomeBy: 'client',
    });
  });

  it('is neither taken back twice nor accepted anew, and has no first day', async () => {
    const { offerId } = await aPlacement();
    await takeBack(offerId);

    expect((await takeBack(offerId, { version: 3 })).body.code).toBe('offer_not_accepted');
    expect((await startOn(offerId, { version: 3, startDate: '2027-01-04' })).body.code).toBe('offer_not_accepted');
    expect((await post(`offers/${offerId}/decision`, { version: 3, decision: 'accepted' })).body.code).toBe(
      'offer_already_decided',
    );
  });

  it.each<[string, object, Role, number, string]>([
    ['by a researcher', {}, 'researcher', 403, 'not_allowed'],
    ['without a reason', { reason: ' ' }, 'partner', 400, 'invalid'],
    ['by nobody in particular', { by: 'firm' }, 'partner', 400, 'invalid'],
    ['on an offer somebody changed', { version: 1 }, 'partner', 409, 'stale_version'],
  ])('is refused %s', async (_, body, role, status, code) => {
    const { offerId } = await aPlacement();

    const response = await takeBack(offerId, body, role);

    expect([response.status, response.body.code]).toEqual([status, code]);
  });
});
