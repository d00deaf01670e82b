import { newId } from '@app/platform/database/id.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import { daysAgo } from '../factories/candidacy.factory.js';
import { aFirm } from '../factories/firm.factory.js';
import { History } from '../factories/history.factory.js';
import { FIRST_RULES_ONLY, setLimits } from '../lib/stalls.js';
import { openTestApi, type TestApi } from './api.js';

const DAY = 86_400_000;

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

/** A search that nobody has touched for 24 days, swept now. */
async function aNeglectedSearch(confidential = false) {
  const firm = await aFirm(api.dataSource);
  await setLimits(api.dataSource, firm, FIRST_RULES_ONLY);
  const past = await History.of(api.dataSource, firm);
  const opened = daysAgo(24);
  const searchId = await past.search({ openedAt: opened, confidential });
  await past.candidacy(searchId, { stage: 'finalist', at: opened });
  await api.app.get(StallsService).sweepFirm(firm.id);
  return { firm, searchId };
}

describe('over HTTP', () => {
  it('today has the flags with what to do next', async () => {
    const { firm, searchId } = await aNeglectedSearch();

    const { status, body } = await api.request(firm.cookie('consultant')).get('/api/today');

    expect(status).toBe(200);
    expect(body.items.map((item: { rule: string }) => item.rule).sort()).toEqual([
      'no_progress',
      'stage_overdue',
      'window_closing',
    ]);
    expect(body.items[0]).toMatchObject({
      search: { id: searchId, title: 'Chief AI Officer' },
      nextStep: expect.any(String),
      window: { days: 28, closesAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
    });
  });

  it('the flags of a search come with basis and evidence, and an unseen search does not exist', async () => {
    const { firm, searchId } = await aNeglectedSearch(true);
    const flags = (role: 'consultant' | 'partner', id: string) =>
      api.request(firm.cookie(role)).get(`/api/searches/${id}/flags`);

    const seen = await flags('consultant', searchId);
    const unseen = await flags('partner', searchId);

    expect(seen.body.items).toHaveLength(3);
    expect(seen.body.items[0]).toMatchObject({ basis: { zone: 'Europe/Berlin' }, evidence: expect.any(Object) });
    expect(unseen.status).toBe(404);
    expect(unseen.body).toEqual((await flags('partner', newId())).body);
  });

  it('pipeline health is one answer', async () => {
    const { firm } = await aNeglectedSearch();

    const { status, body } = await api.request(firm.cookie('partner')).get('/api/pipeline-health');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      counts: { stalled: 1, atRisk: 0, onTrack: 0, onHold: 0 },
      searches: [{ health: 'stalled', day: 24 }],
      windowsThisWeek: [{ candidateName: 'Simulated Person' }],
      timeToOffer: { searches: 1, offers: 0, medianDays: null, marketDays: 52 },
    });
  });

  it.each([
    ['nothing typed', '', 400],
    ['a word', 'chief', 200],
    ['far too much', 'x'.repeat(101), 400],
  ])('find: %s', async (_, q, status) => {
    const { firm } = await aNeglectedSearch();

    const response = await api.request(firm.cookie('consultant')).get('/api/find').query({ q });

    expect(response.status).toBe(status);
  });
});

describe('flags in hand over HTTP', () => {
  async function aFlagOf(role: 'consultant' | 'researcher' = 'consultant') {
    const { firm, searchId } = await aNeglectedSearch();
    const asked = api.request(firm.cookie(role));
    const { body } = await asked.get(`/api/searches/${searchId}/flags`);
    return { firm, searchId, asked, flag: body.items[0] };
  }

  it('are acknowledged, taken back, snoozed, woken and assigned, each answered with the flag', async () => {
    const { asked, flag, firm } = await aFlagOf();
    const inThreeDays = new Date(Date.now() + 3 * DAY).toISOString().slice(0, 10);
    const at = (what: string) => `/api/flags/${flag.id}/${what}`;

    expect((await asked.post(at('acknowledge')).send({ reason: 'Known' })).body).toMatchObject({
      acknowledgement: { reason: 'Known' },
      allowed: { acknowledge: false, takeBack: true },
    });
    expect((await asked.delete(at('acknowledge'))).body).toMatchObject({ acknowledgement: null });
    expect((await asked.post(at('snooze')).send({ until: inThreeDays })).body).toMatchObject({
      snoozedUntil: expect.any(String),
    });
    expect((await asked.get('/api/today')).body).toMatchObject({ snoozed: 1 });
    expect((await asked.get('/api/today').query({ snoozed: 'true' })).body.items).toMatchObject([{ flagId: flag.id }]);
    expect((await asked.delete(at('snooze'))).body).toMatchObject({ snoozedUntil: null });
    expect(
      (await asked.post(at('assign')).send({ userId: firm.users.partner.id, reason: 'You know them' })).body,
    ).toMatchObject({
      assignedTo: { id: firm.users.partner.id },
      handedOn: { by: { id: firm.users.consultant.id }, reason: 'You know them' },
    });
    const theirs = (await api.request(firm.cookie('partner')).get('/api/today')).body.items;
    expect(theirs.find(({ flagId }: { flagId: string }) => flagId === flag.id)).toMatchObject({
      handedOn: { by: { name: firm.users.consultant.name }, reason: 'You know them' },
    });
    expect((await asked.post(at('assign')).send({ userId: null })).body).toMatchObject({ assignedTo: null });
  });

  it.each([
    ['an acknowledgement without a reason', 'acknowledge', { reason: ' ' }, 400, 'reason'],
    ['a day that does not exist', 'snooze', { until: '2026-02-30' }, 400, 'until'],
    ['nobody named', 'assign', {}, 400, 'userId'],
  ])('refuse %s by field', async (_, verb, body, status, field) => {
    const { asked, flag } = await aFlagOf();

    const refused = await asked.post(`/api/flags/${flag.id}/${verb}`).send(body);

    expect(refused.status).toBe(status);
    expect(refused.body.errors).toMatchObject([{ field }]);
  });

  it('are refused with a sentence to whom they are none of their business, and without signing in', async () => {
    const { flag } = await aFlagOf();
    const { firm, flag: other } = await aFlagOf('researcher');
    const knock = (asked: ReturnType<typeof api.request>, id: string) =>
      asked.post(`/api/flags/${id}/acknowledge`).send({ reason: 'Mine' });

    const forbidden = await knock(api.request(firm.cookie('researcher')), other.id);
    const unseen = await knock(api.request(firm.cookie('partner')), flag.id);
    const stranger = await knock(api.request(), other.id);

    expect([forbidden.status, unseen.status, stranger.status]).toEqual([403, 404, 401]);
    expect(forbidden.body.detail).toContain('team of the search');
  });

  it('say why, what was, what would be, and how the firm stood', async () => {
    const { asked, flag, searchId, firm } = await aFlagOf();
    const stageId = firm.stages['finalist'] ?? '';

    const why = await asked.get(`/api/flags/${flag.id}/why`);
    const history = await asked.get(`/api/searches/${searchId}/flag-history`).query({ limit: 2 });
    const supposed = await asked.post(`/api/searches/${searchId}/what-if`).send({ stageBudgets: { [stageId]: 60 } });
    const firmThen = await asked.get('/api/flags').query({ at: new Date(Date.now() - DAY).toISOString() });

    expect(why.body).toMatchObject({ definition: expect.any(String), calendar: { zone: 'Europe/Berlin' } });
    expect(history.body.items).toHaveLength(2);
    expect(history.body.next).toEqual(expect.any(String));
    expect(supposed.body.flags).toContainEqual(
      expect.objectContaining({ rule: 'stage_overdue', change: 'disappears', after: null }),
    );
    expect(firmThen.body.items).toMatchObject([{ id: searchId, health: 'stalled' }]);
  });

  it.each([
    ['a budget that is no number', { stageBudgets: { x: 'three' } }],
    ['a limit of nothing', { limits: { noProgressDays: 0 } }],
    ['a limit there is not', { limits: { patience: 3 } }],
    ['an offer to nobody', { offers: [{ candidacyId: 'x', on: '2026-11-30' }] }],
  ])('suppose nothing with %s', async (_, changes) => {
    const { asked, searchId } = await aFlagOf();

    expect((await asked.post(`/api/searches/${searchId}/what-if`).send(changes)).status).toBe(400);
  });

  it.each([
    ['no moment', {}],
    ['a moment to come', { at: new Date(Date.now() + DAY).toISOString() }],
    ['a rule there is not', { at: '2026-11-01T09:00:00Z', rule: 'bad_luck' }],
  ])('show no past with %s', async (_, query) => {
    const { asked } = await aFlagOf();

    expect((await asked.get('/api/flags').query(query)).status).toBe(400);
  });
});
