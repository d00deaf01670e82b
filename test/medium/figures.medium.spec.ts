import type { DataSource } from 'typeorm';
import { FiguresRepository } from '@app/figures/figures.repository.js';
import { FiguresService } from '@app/figures/figures.service.js';
import { LimitsRepository } from '@app/limits/limits.repository.js';
import { LimitsService } from '@app/limits/limits.service.js';
import { MetricsRepository } from '@app/metrics/metrics.repository.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import { Database } from '@app/platform/database/database.js';
import { localDate } from '@app/platform/time/local-date.js';
import { ChangesService } from '@app/reports/changes.service.js';
import { ReportsRepository } from '@app/reports/reports.repository.js';
import { ReportsService } from '@app/reports/reports.service.js';
import { STAGE_KINDS, type StageKind } from '@app/stages/stages.types.js';
import { aFirmWithAPast } from '../lib/stalls.js';
import { openTestDatabase } from './database.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

const NOW = '2026-08-01T09:00:00Z';

async function aFirmWithFigures() {
  const stage = await aFirmWithAPast(dataSource);
  const database = new Database(dataSource);
  const metrics = new MetricsService(database, new MetricsRepository());
  const found = new ReportsRepository();
  const changes = new ChangesService(database, found, stage.stalls, metrics, stage.clock);
  const reports = new ReportsService(
    database,
    found,
    metrics,
    new LimitsService(new LimitsRepository()),
    changes,
    stage.clock,
  );
  const figures = new FiguresService(database, new FiguresRepository(), metrics, reports, stage.clock);
  stage.clock.set(NOW);
  return { ...stage, figures, partner: stage.firm.actor('partner') };
}

/** Numbers that look drawn by lot, and are the same in every run (Park and Miller 1988). */
function lots(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

interface Move {
  kind: StageKind;
  at: number;
}
interface Person {
  moves: Move[];
  endedAt: number | null;
}
interface Mandate {
  openedAt: number;
  closedAt: number | null;
  people: Person[];
}

const HOUR = 3_600_000;
const STAGES: Readonly<Partial<Record<StageKind, string>>> = {
  sourcing: 'sourced',
  engaged: 'contacted',
  assessed: 'assessed',
  presented: 'presented',
  client_interview: 'client_interview',
  finalist: 'finalist',
};

function aMandate(draw: (below: number) => number): Mandate {
  const openedAt = Date.parse('2026-03-02T09:00:00Z') + draw(2000) * HOUR;
  const closedAt = draw(3) === 0 ? openedAt + (500 + draw(500)) * HOUR : null;
  const last = closedAt ?? openedAt + 1000 * HOUR;
  const people = Array.from({ length: 1 + draw(3) }, (): Person => {
    const kinds = Object.keys(STAGES) as StageKind[];
    let at = openedAt + draw(100) * HOUR;
    const moves: Move[] = [];
    for (let i = draw(6); i >= 0 && at < last; i--) {
      moves.push({ kind: kinds[draw(kinds.length)]!, at });
      at += (1 + draw(200)) * HOUR + draw(HOUR);
    }
    return { moves, endedAt: draw(2) === 0 && at < last ? at : null };
  });
  return { openedAt, closedAt, people };
}

/** The slow and obvious way: one person after the other, one stay after the other. */
function staysByHand(
  mandates: readonly Mandate[],
): Map<StageKind, { passed: number; ended: number; waiting: number; hours: number[] }> {
  const stays = new Map(STAGE_KINDS.map((kind) => [kind, { passed: 0, ended: 0, waiting: 0, hours: [] as number[] }]));
  for (const { closedAt, people } of mandates) {
    for (const { moves, endedAt } of people) {
      const arrivals = moves.filter(({ kind }, i) => moves[i - 1]?.kind !== kind);
      arrivals.forEach(({ kind, at }, i) => {
        const next = arrivals[i + 1];
        const end = next?.at ?? endedAt ?? closedAt;
        const stay = stays.get(kind)!;
        if (end === null) stay.waiting += 1;
        else {
          stay.hours.push(Math.floor((end - at) / HOUR));
          if (next && STAGE_KINDS.indexOf(next.kind) > STAGE_KINDS.indexOf(kind)) stay.passed += 1;
          else stay.ended += 1;
        }
      });
    }
  }
  return stays;
}

const middle = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const [below, above] = [sorted[Math.floor(half)], sorted[Math.ceil(half)]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
};

describe('the figures of Insights', () => {
  it.each([7, 91])('of stages are what one counts by hand (firm %d)', async (seed) => {
    const { past, figures, partner } = await aFirmWithFigures();
    const draw = lots(seed);
    const mandates = Array.from({ length: 9 }, () => aMandate(draw));
    for (const { openedAt, closedAt, people } of mandates) {
      const searchId = await past.search({ openedAt: new Date(openedAt) });
      for (const { moves, endedAt } of people) {
        const [first, ...later] = moves.map(({ kind, at }) => ({ stage: STAGES[kind]!, at: new Date(at) }));
        const id = await past.candidacy(searchId, first!);
        for (const { stage, at } of later) await past.move(searchId, id, stage, at);
        if (endedAt !== null) await past.end(searchId, id, new Date(endedAt));
      }
      if (closedAt !== null) await past.close(searchId, new Date(closedAt));
    }

    const { passthrough, timeInStage } = await figures.figures(partner);

    const byHand = staysByHand(mandates);
    expect(passthrough.n).toBeGreaterThan(20);
    for (const { kind, passed, ended, waiting, share } of passthrough.stages) {
      const own = byHand.get(kind)!;
      expect([kind, passed, ended, waiting]).toEqual([kind, own.passed, own.ended, own.waiting]);
      if (share !== null) expect(share).toBeCloseTo(own.passed / (own.passed + own.ended), 12);
    }
    for (const { kind, ended, medianDays } of timeInStage.stages) {
      const own = byHand.get(kind)!;
      expect([kind, ended]).toEqual([kind, own.hours.length]);
      if (medianDays !== null) expect(medianDays).toBeCloseTo(middle(own.hours)! / 24, 9);
    }
  });

  it('of an empty firm are words and no number', async () => {
    const { figures, partner } = await aFirmWithFigures();

    const all = await figures.figures(partner);

    expect(JSON.stringify(all)).not.toMatch(/NaN|Infinity/);
    expect(all.timeToOffer).toMatchObject({ n: 0, words: 'Nothing to go by yet', medianDays: null, steps: [] });
    expect(all.placedBy90).toMatchObject({ share: null, shares: null, steps: [] });
    expect(all.placementRate).toMatchObject({ n: 0, cohorts: [], all: { share: null } });
    expect(all.offerAcceptance).toMatchObject({ n: 0, share: null });
    expect(all.openSearches).toMatchObject({ words: 'No search is running', oldestDays: null });
    expect(all.lostToMarket).toMatchObject({ words: 'Nobody was lost to the market', days: [] });
    expect(all.load).toMatchObject({ leads: [] });
  });

  it('of three searches say that they are too few', async () => {
    const { past, figures, partner } = await aFirmWithFigures();
    for (let i = 0; i < 3; i++) {
      const searchId = await past.search({ openedAt: '2026-03-02T09:00:00Z' });
      const id = await past.candidacy(searchId, { stage: 'contacted', at: '2026-03-03T09:00:00Z' });
      await past.decide(
        searchId,
        await past.offer(searchId, id, '2026-04-01T09:00:00Z'),
        'declined',
        '2026-04-03T09:00:00Z',
      );
    }

    const { timeToOffer, placedBy90, offerAcceptance, passthrough } = await figures.figures(partner);

    expect([timeToOffer, placedBy90, offerAcceptance, passthrough].map(({ words }) => words)).toEqual(
      Array(4).fill('Too few to say: 3'),
    );
    expect(timeToOffer).toMatchObject({ offers: 3, medianDays: null, steps: [], searchIds: expect.any(Array) });
    expect(offerAcceptance).toMatchObject({ n: 3, declined: 3, share: null });
    expect(placedBy90.shares).toBeNull();
  });

  it('count what competes with a placement, and it adds up to one with those who wait', async () => {
    const { past, figures, partner } = await aFirmWithFigures();
    for (const reason of ['cancelled', 'cancelled', 'internal_hire', null, null, null]) {
      const searchId = await past.search({ openedAt: '2026-03-02T09:00:00Z' });
      if (reason !== null) await past.close(searchId, '2026-04-11T09:00:00Z', reason);
    }
    const won = await past.search({ openedAt: '2026-03-02T09:00:00Z' });
    const winner = await past.candidacy(won, { stage: 'contacted', at: '2026-03-03T09:00:00Z' });
    await past.decide(won, await past.offer(won, winner, '2026-04-20T09:00:00Z'), 'accepted', '2026-05-01T09:00:00Z');

    const { placedBy90, placementRate, openSearches } = await figures.figures(partner);

    expect(placedBy90.share).toBeCloseTo(1 / 7, 12);
    const shares = placedBy90.shares!;
    expect(shares).toMatchObject({ terminated: 0, unfilled: 0 });
    expect([shares.cancelled, shares.internal_hire, shares.waiting].map((share) => Math.round(share * 7))).toEqual([
      2, 1, 3,
    ]);
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(placementRate.all).toMatchObject({ placed: 1, notPlaced: 3, open: 3, share: null });
    expect(openSearches.searches).toBe(4);
  });

  it('name whom the market took, by the day of their window, and of which search', async () => {
    const { past, figures, partner } = await aFirmWithFigures();
    const searchId = await past.search({ openedAt: '2026-03-02T09:00:00Z' });
    for (const [reason, day] of [
      ['took_another_offer', '2026-03-23'],
      ['No longer available', '2026-03-23'],
      ['compensation', '2026-03-25'],
    ] as const) {
      const id = await past.candidacy(searchId, { stage: 'contacted', at: '2026-03-03T22:30:00Z' });
      await past.end(searchId, id, `${day}T23:30:00Z`, reason);
    }

    const { lostToMarket } = await figures.figures(partner);

    // in Berlin it was past midnight
    expect(lostToMarket).toMatchObject({ n: 2, searchIds: [searchId], days: [{ day: 21, candidates: 2 }] });
  });

  it('count a confidential search for its team only, and are of the slice and the period asked for', async () => {
    const { firm, past, figures, partner } = await aFirmWithFigures();
    const lead = firm.actor('consultant');
    for (const [openedAt, confidential] of [
      ['2026-03-31T21:30:00Z', false],
      ['2026-03-31T22:30:00Z', false],
      ['2026-05-02T09:00:00Z', true],
    ] as const) {
      const searchId = await past.search({ openedAt, confidential });
      const id = await past.candidacy(searchId, { stage: 'contacted', at: '2026-05-05T09:00:00Z' });
      await past.offer(searchId, id, '2026-06-01T09:00:00Z');
      await past.end(searchId, id, '2026-06-02T09:00:00Z', 'took_another_offer');
    }
    const counts = async (who: typeof partner, asked = {}) => {
      const { at: _, ...all } = await figures.figures(who, asked);
      return [...new Set(Object.values(all).map(({ searches }) => searches))];
    };

    expect(await counts(partner)).toEqual([2]);
    expect((await figures.named(partner, {})).named.map(({ title }) => title)).toEqual(
      Array(2).fill('Chief AI Officer'),
    );
    expect(await counts(lead)).toEqual([3]);
    expect(await counts(lead, { openedFrom: localDate('2026-04-01') })).toEqual([2]);
    expect(await counts(lead, { openedTo: localDate('2026-03-31') })).toEqual([1]);
    expect(await counts(lead, { leadId: partner.userId })).toEqual([0]);
    expect(await counts(lead, { practice: 'research' })).toEqual([0]);
    expect((await figures.sideBySide(partner, {}, { openedFrom: localDate('2026-04-01') })).shared).toBe(1);
  });
});
