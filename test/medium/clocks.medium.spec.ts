import type { DataSource } from 'typeorm';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { History } from '../factories/history.factory.js';
import { openTestDatabase } from './database.js';

let dataSource: DataSource;
let firm: TestFirm;
let past: History;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());
beforeEach(async () => {
  firm = await aFirm(dataSource);
  past = await History.of(dataSource, firm);
});

const day = (n: number, time = '09:00'): string => `2026-09-${String(n).padStart(2, '0')}T${time}:00Z`;

interface CandidacyClock {
  stage: string;
  since: Date;
  progress: Date;
  window: Date | null;
  offer: Date | null;
  outcome: string | null;
}

async function candidacyAt(candidacyId: string, at: string): Promise<CandidacyClock | null> {
  const [row] = await dataSource.query<CandidacyClock[]>(
    `select g.key as stage, k.stage_since as since, k.last_progress_at as progress, k.window_opened_at as window,
            k.offer_extended_at as offer, k.outcome
     from candidacy_clock($1, $2, null, $3) k join stage g on g.firm_id = $1 and g.id = k.stage_id`,
    [firm.id, at, candidacyId],
  );
  return row ?? null;
}

async function searchAt(searchId: string, at: string): Promise<{ status: string; progress: Date; key: string } | null> {
  const [row] = await dataSource.query<{ status: string; progress: Date; key: string }[]>(
    'select status, last_progress_at as progress, progress_key as key from search_clock($1, $2, $3)',
    [firm.id, at, searchId],
  );
  return row ?? null;
}

const moment = (iso: string): Date => new Date(iso);

describe('the clock of a candidacy, as of any moment', () => {
  it('knows only what had happened by then', async () => {
    const searchId = await past.search({ openedAt: day(1) });
    const id = await past.candidacy(searchId, { stage: 'sourced', at: day(2) });
    await past.move(searchId, id, 'contacted', day(5));
    await past.move(searchId, id, 'presented', day(9));
    const offer = await past.offer(searchId, id, day(14));
    await past.decide(searchId, offer, 'declined', day(16));
    await past.end(searchId, id, day(17));

    const none = { window: null, offer: null, outcome: null };
    const opened = { window: moment(day(5)), offer: null, outcome: null };
    expect(await candidacyAt(id, day(1))).toBeNull();
    expect(await candidacyAt(id, day(4))).toEqual({
      stage: 'sourced',
      since: moment(day(2)),
      progress: moment(day(2)),
      ...none,
    });
    expect(await candidacyAt(id, day(5))).toEqual({
      stage: 'contacted',
      since: moment(day(5)),
      progress: moment(day(5)),
      ...opened,
    });
    expect(await candidacyAt(id, day(12))).toEqual({
      stage: 'presented',
      since: moment(day(9)),
      progress: moment(day(9)),
      ...opened,
    });
    expect(await candidacyAt(id, day(15))).toMatchObject({ progress: moment(day(14)), offer: moment(day(14)) });
    expect(await candidacyAt(id, day(16))).toMatchObject({
      progress: moment(day(16)),
      offer: moment(day(14)),
      outcome: null,
    });
    expect(await candidacyAt(id, day(17))).toMatchObject({ outcome: 'withdrawn' });
  });

  it('reads a mistaken move as if it never happened once it is corrected, and as it was seen before', async () => {
    const searchId = await past.search({ openedAt: day(1) });
    const id = await past.candidacy(searchId, { stage: 'sourced', at: day(2) });
    const mistake = await past.move(searchId, id, 'finalist', day(6));
    await past.correct(searchId, id, mistake, day(7));
    await past.move(searchId, id, 'contacted', day(10));

    expect(await candidacyAt(id, day(6))).toMatchObject({ stage: 'finalist', window: moment(day(6)) });
    expect(await candidacyAt(id, day(8))).toMatchObject({ stage: 'sourced', progress: moment(day(2)), window: null });
    expect(await candidacyAt(id, day(11))).toMatchObject({
      stage: 'contacted',
      progress: moment(day(10)),
      window: moment(day(10)),
    });
  });

  it('counts a move back as no progress, and the way forward again as progress', async () => {
    const searchId = await past.search({ openedAt: day(1) });
    const id = await past.candidacy(searchId, { stage: 'presented', at: day(2) });
    await past.move(searchId, id, 'contacted', day(4));
    await past.move(searchId, id, 'assessed', day(6));

    expect(await candidacyAt(id, day(5))).toMatchObject({
      stage: 'contacted',
      since: moment(day(4)),
      progress: moment(day(2)),
    });
    expect(await candidacyAt(id, day(7))).toMatchObject({
      stage: 'assessed',
      progress: moment(day(6)),
      window: moment(day(2)),
    });
  });

  it('opens the window when the candidate came to the market, once there was a contact', async () => {
    const searchId = await past.search({ openedAt: day(1) });
    const candidateId = await past.person('Simulated Person', '2026-08-20');
    const id = await past.candidacy(searchId, { stage: 'sourced', at: day(2), candidateId });
    await past.move(searchId, id, 'contacted', day(5));

    expect(await candidacyAt(id, day(3))).toMatchObject({ window: null });
    expect(await candidacyAt(id, day(5))).toMatchObject({ window: moment('2026-08-19T22:00:00Z') });
  });

  it('stops the window with the first offer, and with an offer stage where the offer was never written down', async () => {
    const searchId = await past.search({ openedAt: day(1) });
    const unwritten = await past.candidacy(searchId, { stage: 'finalist', at: day(2) });
    await past.move(searchId, unwritten, 'offer', day(8));

    expect(await candidacyAt(unwritten, day(9))).toMatchObject({ offer: moment(day(8)) });
    await past.offer(searchId, unwritten, day(6));
    expect(await candidacyAt(unwritten, day(9))).toMatchObject({ offer: moment(day(6)) });
  });

  it('opens as that day begins where the office of the search is, and moves with the zone of the office', async () => {
    const searchId = await past.search({ openedAt: day(1) });
    const candidateId = await past.person('Simulated Person', '2026-09-06');
    const id = await past.candidacy(searchId, { stage: 'contacted', at: day(20), candidateId });
    const opened = async (): Promise<unknown> =>
      (await dataSource.query('select window_opened_at from candidacy where id = $1', [id]))[0].window_opened_at;

    expect(await candidacyAt(id, day(21))).toMatchObject({ window: moment('2026-09-05T22:00:00Z') });
    for (const [zone, first] of [
      // no midnight on that day
      ['America/Santiago', '2026-09-06T04:00:00Z'],
      ['Asia/Beirut', '2026-09-05T21:00:00Z'],
      ['Asia/Kathmandu', '2026-09-05T18:15:00Z'],
    ] as const) {
      await dataSource.query('update office set time_zone = $2 where id = $1', [firm.officeId, zone]);
      expect([zone, await opened()]).toEqual([zone, moment(first)]);
      expect(await candidacyAt(id, day(21))).toMatchObject({ window: moment(first) });
    }
    await dataSource.query(`update office set time_zone = 'Europe/Berlin' where id = $1`, [firm.officeId]);
  });

  it('opens anew in a search that was reopened: the day says something from that of the reopening on', async () => {
    const searchId = await past.search({ openedAt: '2026-07-01T09:00:00Z' });
    await past.close(searchId, '2026-08-01T09:00:00Z');
    await past.reopen(searchId, '2026-08-25T15:00:00Z');
    const openings = [];
    for (const since of ['2026-08-24', '2026-08-25', '2026-08-26', '2026-09-06']) {
      const candidateId = await past.person('Simulated Person', since);
      const id = await past.candidacy(searchId, { stage: 'contacted', at: day(5), candidateId });
      openings.push(
        (
          await dataSource.query('select (candidacy_clock($1, now(), null, $2)).window_opened_at as at', [firm.id, id])
        )[0].at,
      );
    }

    expect(openings).toEqual([
      moment(day(5)),
      moment('2026-08-25T15:00:00Z'),
      moment('2026-08-25T22:00:00Z'),
      moment(day(5)),
    ]);
  });

  it('moves with the day a candidate later names, on the row too', async () => {
    const searchId = await past.search({ openedAt: day(1) });
    const candidateId = await past.person();
    const id = await past.candidacy(searchId, { stage: 'contacted', at: day(5), candidateId });
    await dataSource.query('update candidate set in_market_since = $2 where id = $1', [candidateId, '2026-09-03']);

    const [row] = await dataSource.query(
      'select window_opened_at, window_key, stage_key from candidacy where id = $1',
      [id],
    );
    expect(row.window_opened_at).toEqual(moment('2026-09-02T22:00:00Z'));
    expect(row.window_key).toBe(row.stage_key);
    const [search] = await dataSource.query('select next_check_at::text from search_check where search_id = $1', [
      searchId,
    ]);
    expect(search.next_check_at).toBe('-infinity');
  });
});

describe('the clock of a search, as of any moment', () => {
  it('goes through its statuses as they were', async () => {
    const searchId = await past.search({ openedAt: day(1) });
    const id = await past.candidacy(searchId, { stage: 'finalist', at: day(2) });
    await past.hold(searchId, day(4), day(6));
    const offer = await past.offer(searchId, id, day(8));
    await past.hold(searchId, day(9), day(10));
    await past.decide(searchId, offer, 'declined', day(12));
    await past.close(searchId, day(14));
    await past.reopen(searchId, day(20));
    await past.close(searchId, day(25), 'placed');

    const statuses = await Promise.all(
      [1, 3, 4, 6, 8, 9, 10, 12, 14, 19, 20, 25].map(async (n) => (await searchAt(searchId, day(n)))?.status),
    );

    expect(statuses).toEqual([
      'open',
      'open',
      'on_hold',
      'open',
      'offer',
      'on_hold',
      'offer',
      'open',
      'closed',
      'closed',
      'open',
      'placed',
    ]);
    expect(await searchAt(searchId, '2026-08-31T23:59:59Z')).toBeNull();
  });

  it('follows the latest progress of anybody who was in it, of the search itself, or of its opening', async () => {
    const searchId = await past.search({ openedAt: day(1) });
    const stays = await past.candidacy(searchId, { stage: 'assessed', at: day(3) });
    const leaves = await past.candidacy(searchId, { stage: 'assessed', at: day(5) });
    await past.end(searchId, leaves, day(7));
    await past.call(searchId, day(9));
    await past.move(searchId, stays, 'presented', day(11));
    await past.close(searchId, day(13));
    await past.reopen(searchId, day(15));

    const progress = await Promise.all(
      [2, 4, 6, 8, 10, 12, 16].map(async (n) => (await searchAt(searchId, day(n)))?.progress),
    );

    expect(progress).toEqual([1, 3, 5, 5, 9, 11, 15].map((n) => moment(day(n))));
  });

  it('follows an offer, made and decided, also to somebody whose first move came later', async () => {
    const searchId = await past.search({ openedAt: day(1) });
    const id = await past.candidacy(searchId, { stage: 'placed', at: day(9) });
    const offer = await past.offer(searchId, id, day(3));
    await past.decide(searchId, offer, 'declined', day(5));

    const clocks = await Promise.all([2, 4, 6].map((n) => searchAt(searchId, day(n))));

    expect(clocks.map((clock) => clock?.status)).toEqual(['open', 'offer', 'open']);
    expect(clocks.map((clock) => clock?.progress)).toEqual([1, 3, 5].map((n) => moment(day(n))));
  });

  it('gives the same answer for the whole firm, a search and a candidacy', async () => {
    for (const _ of [1, 2, 3]) {
      const searchId = await past.search({ openedAt: day(1) });
      const candidateId = await past.person();
      const id = await past.candidacy(searchId, { stage: 'contacted', at: day(2), candidateId });
      await past.candidacy(searchId, { stage: 'sourced', at: day(3) });
      await past.move(searchId, id, 'assessed', day(4));
      await past.call(searchId, day(5), candidateId);
      await past.offer(searchId, id, day(6));
    }
    const all = 'select * from candidacy_clock($1, $2)';
    const single = `select k.* from candidacy c cross join lateral`;

    const rows = (sql: string) => dataSource.query(`${sql} order by candidacy_id`, [firm.id, day(9)]);
    const whole = await rows(all);
    expect(whole).toHaveLength(6);
    expect(await rows(`${single} candidacy_clock($1, $2, null, c.id) k where c.firm_id = $1`)).toEqual(whole);
    expect(
      await rows('select k.* from search s cross join lateral candidacy_clock($1, $2, s.id) k where s.firm_id = $1'),
    ).toEqual(whole);
  });
});
