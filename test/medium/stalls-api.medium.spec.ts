import { newId } from '@app/platform/database/id.js';
import { StallsService } from '@app/stalls/stalls.service.js';
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
  const opened = new Date(Date.now() - 24 * DAY);
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
      windowClosesAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
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
