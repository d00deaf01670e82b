import type { DataSource } from 'typeorm';
import { MetricsRepository } from '@app/metrics/metrics.repository.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import { Database } from '@app/platform/database/database.js';
import { aFirmWithAPast } from '../lib/stalls.js';
import { openTestDatabase } from './database.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

async function aFirmWithMetrics() {
  const { firm, past } = await aFirmWithAPast(dataSource);
  const metrics = new MetricsService(new Database(dataSource), new MetricsRepository());
  const actor = firm.actor('partner');
  const figures = (at: string) => metrics.figures(actor, new Date(at));
  /** A search opened on 1 March whose candidate is offered after some days. */
  const offered = async (day: number) => {
    const searchId = await past.search({ openedAt: '2026-03-01T09:00:00Z' });
    const candidacyId = await past.candidacy(searchId, { stage: 'contacted', at: '2026-03-01T10:00:00Z' });
    const at = new Date(Date.parse('2026-03-01T09:00:00Z') + day * 86_400_000);
    return { searchId, candidacyId, offerId: await past.offer(searchId, candidacyId, at) };
  };
  return { firm, past, metrics, figures, offered };
}

describe('time to offer', () => {
  it('of a firm without searches is nothing rather than zero', async () => {
    const { figures } = await aFirmWithMetrics();

    expect(await figures('2026-04-01T09:00:00Z')).toMatchObject({
      timeToOffer: {
        searches: 0,
        episodes: 0,
        offers: 0,
        median: { estimate: null },
        completedMean: { mean: null },
        steps: [],
      },
      placedBy90: { at: { n: 0, estimate: null, low: null, high: null }, curve: { steps: [] } },
    });
  });

  it('counts the searches that still wait: the median is later than the mean of those that are done', async () => {
    const { figures, offered, past } = await aFirmWithMetrics();
    for (const day of [10, 20, 30]) await offered(day);
    for (let i = 0; i < 2; i++) await past.search({ openedAt: '2026-03-01T09:00:00Z' });

    const { timeToOffer } = await figures('2026-05-01T09:00:00Z');

    expect(timeToOffer).toMatchObject({
      searches: 5,
      offers: 3,
      median: { estimate: 30 },
      completedMean: { mean: 20 },
    });
    expect(timeToOffer.steps.map(({ day, at_risk, events }) => [day, at_risk, events])).toEqual([
      [10, 5, 1],
      [20, 4, 1],
      [30, 3, 1],
    ]);
  });

  it('as of a moment knows nothing of what came after it', async () => {
    const { figures, offered } = await aFirmWithMetrics();
    await offered(10);
    await offered(30);

    expect((await figures('2026-03-20T09:00:00Z')).timeToOffer).toMatchObject({ searches: 2, offers: 1 });
    expect((await figures('2026-02-20T09:00:00Z')).timeToOffer).toMatchObject({ searches: 0, offers: 0 });
  });

  it('is net of holds: five days held leave 24 of 29', async () => {
    const { figures, past } = await aFirmWithMetrics();
    const searchId = await past.search({ openedAt: '2026-05-01T00:00:00Z' });
    await past.hold(searchId, '2026-05-05T00:00:00Z', '2026-05-10T00:00:00Z');
    const candidacyId = await past.candidacy(searchId, { stage: 'contacted', at: '2026-05-02T10:00:00Z' });
    await past.offer(searchId, candidacyId, '2026-05-30T00:00:00Z');

    expect((await figures('2026-06-30T00:00:00Z')).timeToOffer.steps.map(({ day }) => day)).toEqual([24]);
  });

  it('takes the first offer of several, whoever got it and whatever became of it', async () => {
    const { figures, past, offered } = await aFirmWithMetrics();
    const { searchId, candidacyId, offerId } = await offered(10);
    await past.decide(searchId, offerId, 'declined', '2026-03-13T09:00:00Z');
    await past.offer(searchId, candidacyId, '2026-03-25T09:00:00Z');

    const { timeToOffer } = await figures('2026-05-01T09:00:00Z');

    expect(timeToOffer.steps.map(({ day, events }) => [day, events])).toEqual([[10, 1]]);
  });

  it('takes the move into the offer stage where no offer is on record, unless it was a mistake', async () => {
    const { figures, past } = await aFirmWithMetrics();
    const searchId = await past.search({ openedAt: '2026-03-01T09:00:00Z' });
    const candidacyId = await past.candidacy(searchId, { stage: 'contacted', at: '2026-03-01T10:00:00Z' });
    const mistake = await past.move(searchId, candidacyId, 'offer', '2026-03-06T09:00:00Z');
    await past.correct(searchId, candidacyId, mistake, '2026-03-07T09:00:00Z');
    expect((await figures('2026-03-06T10:00:00Z')).timeToOffer.offers).toBe(1);
    expect((await figures('2026-03-08T10:00:00Z')).timeToOffer.offers).toBe(0);

    await past.move(searchId, candidacyId, 'offer', '2026-03-11T09:00:00Z');

    expect((await figures('2026-05-01T09:00:00Z')).timeToOffer.steps.map(({ day }) => day)).toEqual([10]);
  });

  it('counts a reopened search as an episode of its own', async () => {
    const { figures, past } = await aFirmWithMetrics();
    const searchId = await past.search({ openedAt: '2026-03-01T09:00:00Z' });
    const candidacyId = await past.candidacy(searchId, { stage: 'contacted', at: '2026-03-01T10:00:00Z' });
    await past.close(searchId, '2026-03-21T09:00:00Z');
    await past.reopen(searchId, '2026-04-01T09:00:00Z');
    await past.offer(searchId, candidacyId, '2026-04-13T09:00:00Z');

    const { timeToOffer } = await figures('2026-05-01T09:00:00Z');

    expect(timeToOffer).toMatchObject({ searches: 1, episodes: 2, offers: 1, median: { estimate: 12 } });
  });

  it('says how many offers lie in no episode, and why', async () => {
    const { figures, past, offered } = await aFirmWithMetrics();
    await offered(-1);
    const late = await past.search({ openedAt: '2026-03-01T09:00:00Z' });
    const lateCandidacy = await past.candidacy(late, { stage: 'contacted', at: '2026-03-01T10:00:00Z' });
    await past.close(late, '2026-03-22T09:00:00Z');
    await past.offer(late, lateCandidacy, '2026-03-27T09:00:00Z');
    const moved = await past.search({ openedAt: '2026-03-01T09:00:00Z' });
    const movedCandidacy = await past.candidacy(moved, { stage: 'contacted', at: '2026-03-01T10:00:00Z' });
    await past.move(moved, movedCandidacy, 'offer', '2026-03-11T09:00:00Z');
    await past.close(moved, '2026-03-12T09:00:00Z', 'placed');
    await past.move(moved, movedCandidacy, 'placed', '2026-03-13T09:00:00Z');

    const { timeToOffer } = await figures('2026-05-01T09:00:00Z');

    expect(timeToOffer).toMatchObject({ searches: 3, offers: 1, leftOut: { beforeOpening: 1, afterClosing: 1 } });
    expect((await figures('2026-03-25T09:00:00Z')).timeToOffer.leftOut).toEqual({ beforeOpening: 1, afterClosing: 0 });
  });

  it('leaves out what this person may not see', async () => {
    const { firm, past, metrics } = await aFirmWithMetrics();
    await past.search({ openedAt: '2026-03-01T09:00:00Z', confidential: true });
    const searches = async (role: 'partner' | 'consultant' | 'system') =>
      (
        await metrics.timeToOffer(
          { ...firm.actor('consultant'), ...actorOf(firm, role) },
          new Date('2026-05-01T09:00:00Z'),
        )
      ).searches;

    expect([await searches('partner'), await searches('consultant'), await searches('system')]).toEqual([0, 1, 1]);
  });
});

const actorOf = (
  firm: Awaited<ReturnType<typeof aFirmWithMetrics>>['firm'],
  role: 'partner' | 'consultant' | 'system',
) => (role === 'system' ? { role } : firm.actor(role));

describe('placed by day 90', () => {
  it('counts accepted offers, other endings competing, open searches censored', async () => {
    const { figures, past, offered } = await aFirmWithMetrics();
    const won = await offered(40);
    await past.decide(won.searchId, won.offerId, 'accepted', '2026-04-15T09:00:00Z');
    await past.close(won.searchId, '2026-04-15T09:00:00Z', 'placed');
    const cancelled = await past.search({ openedAt: '2026-03-01T09:00:00Z' });
    await past.close(cancelled, '2026-03-31T09:00:00Z', 'cancelled');
    const open = await offered(50);
    await past.decide(open.searchId, open.offerId, 'declined', '2026-04-25T09:00:00Z');
    await past.search({ openedAt: '2026-03-01T09:00:00Z' });

    const { placedBy90 } = await figures('2026-07-01T09:00:00Z');

    expect(placedBy90.at).toMatchObject({ n: 4, estimate: 0.25 });
    expect(placedBy90.curve.steps.map(({ day, at_risk, events }) => [day, at_risk, events])).toEqual([[45, 3, 1]]);
  });

  it('does not know of an answer that came later', async () => {
    const { figures, past, offered } = await aFirmWithMetrics();
    const won = await offered(40);
    await past.decide(won.searchId, won.offerId, 'accepted', '2026-04-15T09:00:00Z');

    expect((await figures('2026-04-14T09:00:00Z')).placedBy90.curve.events).toBe(0);
    expect((await figures('2026-04-16T09:00:00Z')).placedBy90.curve.events).toBe(1);
  });
});
