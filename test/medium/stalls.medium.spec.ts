import type { DataSource } from 'typeorm';
import { StallsProcessor } from '../../apps/worker/src/processors/stalls.processor.js';
import type { TestFirm } from '../factories/firm.factory.js';
import { aFirmWithAPast, announcements, aQuietSearch, episodesOf, flagsOnRecord, openRules } from '../lib/stalls.js';
import { openTestDatabase } from './database.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

describe('a sweep', () => {
  it('raises each flag that stands, once, and announces it', async () => {
    const { firm, sweepAt } = await aQuietSearch(dataSource);

    expect(await sweepAt('2026-03-11T09:00:00Z')).toEqual({ searches: 1, raised: 2, cleared: 0, escalated: 0 });
    expect(await flagsOnRecord(dataSource, firm)).toEqual([
      { rule: 'no_progress', severity: 'stalled', state: 'open', reason: null },
      { rule: 'stage_overdue', severity: 'watch', state: 'open', reason: null },
    ]);
    expect(await announcements(dataSource, firm)).toBe(2);
  });

  it('repeated raises nothing twice', async () => {
    const { firm, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-11T09:00:00Z');
    const before = await episodesOf(dataSource, firm);

    expect(await sweepAt('2026-03-11T09:00:00Z')).toMatchObject({ raised: 0, cleared: 0 });
    expect(await episodesOf(dataSource, firm)).toEqual(before);
    expect(await announcements(dataSource, firm)).toBe(2);
  });

  it('four at once raise nothing twice', async () => {
    const { firm, past, sweepAt } = await aQuietSearch(dataSource);
    for (let i = 0; i < 40; i++) {
      const searchId = await past.search({ openedAt: '2026-03-02T09:00:00Z' });
      await past.candidacy(searchId, { stage: 'contacted', at: '2026-03-03T10:00:00Z' });
    }

    const sweeps = await Promise.all(Array.from({ length: 4 }, () => sweepAt('2026-03-11T09:00:00Z')));

    expect(sweeps.reduce((sum, { raised }) => sum + raised, 0)).toBe(82);
    expect(await flagsOnRecord(dataSource, firm)).toHaveLength(82);
    expect(await announcements(dataSource, firm)).toBe(82);
  });

  it('of many tells the database how many flags there are, before anybody reads them', async () => {
    const { past, sweepAt } = await aQuietSearch(dataSource);
    for (let i = 0; i < 100; i++) await past.search({ openedAt: '2026-03-02T09:00:00Z' });

    expect((await sweepAt('2026-03-25T09:00:00Z')).raised).toBeGreaterThan(100);

    const [flags] = await dataSource.query<[{ known: number; kept: number }]>(
      `select (select reltuples::int from pg_class where oid = 'stall_flag'::regclass) as known,
              (select count(*)::int from stall_flag) as kept`,
    );
    expect(flags.known).toBe(flags.kept);
  });

  it('says why: deadline, basis, evidence, sentence, next step', async () => {
    const { firm, searchId, flags, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-11T09:00:00Z');

    const open = await flags.openFlags(firm.actor('consultant'), searchId);

    expect(open).toHaveLength(2);
    expect(open.find(({ rule }) => rule === 'no_progress')).toMatchObject({
      severity: 'stalled',
      candidateName: null,
      since: new Date('2026-03-03T10:00:00Z'),
      deadline: new Date('2026-03-10T17:00:00Z'),
      basis: {
        progressAt: '2026-03-03T10:00:00.000Z',
        countedDays: ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10'],
        zone: 'Europe/Berlin',
      },
      evidence: { workingDays: 6, limit: 5 },
      sentence: 'No movement since Tue 3 Mar (6 working days, limit 5)',
      nextStep: 'Book an assessment with every engaged candidate this week.',
    });
    expect(open.find(({ rule }) => rule === 'stage_overdue')).toMatchObject({ candidateName: 'Simulated Person' });
  });

  it('a day late gives the same flags', async () => {
    const onTime = await aQuietSearch(dataSource);
    const late = await aQuietSearch(dataSource);
    for (const day of ['06', '07', '10', '11', '12']) await onTime.sweepAt(`2026-03-${day}T18:00:00Z`);
    await late.sweepAt('2026-03-12T18:00:00Z');

    const flagsOf = async ({ firm }: { firm: TestFirm }) =>
      (await episodesOf(dataSource, firm)).map(
        ({ rule, severity, state, since, deadline, basis, evidence, sentence }) => ({
          rule,
          severity,
          state,
          since,
          deadline,
          basis,
          evidence,
          sentence,
        }),
      );
    expect(await flagsOf(late)).toEqual(await flagsOf(onTime));
    expect(await announcements(dataSource, late.firm)).toBe(await announcements(dataSource, onTime.firm));
  });

  it('goes from watching to stalled in the same episode, announced once', async () => {
    const { firm, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-06T18:00:00Z');
    await sweepAt('2026-03-11T18:00:00Z');

    expect(await flagsOnRecord(dataSource, firm)).toContainEqual({
      rule: 'stage_overdue',
      severity: 'stalled',
      state: 'open',
      reason: null,
    });
    expect(await announcements(dataSource, firm)).toBe(2);
  });

  it('tells the days anew each morning without announcing again', async () => {
    const { firm, searchId, flags, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-11T09:00:00Z');
    await sweepAt('2026-03-12T09:00:00Z');

    const sentences = (await flags.openFlags(firm.actor('consultant'), searchId)).map(({ sentence }) => sentence);

    expect(sentences).toContain('No movement since Tue 3 Mar (7 working days, limit 5)');
    expect(await announcements(dataSource, firm)).toBe(2);
  });

  it('is idle when no deadline has come', async () => {
    const { firm, past, clock, stalls } = await aFirmWithAPast(dataSource);
    const now = new Date();
    clock.set(now);
    await past.search({ openedAt: now });

    expect(await stalls.sweepFirm(firm.id)).toEqual({ searches: 1, raised: 0, cleared: 0, escalated: 0 });
    expect(await stalls.sweepFirm(firm.id)).toEqual({ searches: 0, raised: 0, cleared: 0, escalated: 0 });
  });

  it('as of an earlier moment records what stood then; the next one records what stands now', async () => {
    const { firm, past, stalls, searchId, candidacyId, sweepAt } = await aQuietSearch(dataSource);
    await past.move(searchId, candidacyId, 'assessed', '2026-03-11T10:00:00Z');
    await sweepAt('2026-03-12T09:00:00Z');

    expect(await stalls.sweepAsOf(firm.actor('partner'), new Date('2026-03-11T09:00:00Z'))).toMatchObject({
      raised: 2,
    });
    expect((await flagsOnRecord(dataSource, firm)).map(({ rule, state }) => [rule, state])).toEqual([
      ['no_progress', 'open'],
      ['stage_overdue', 'open'],
    ]);
    expect(await openRules(dataSource, firm)).toEqual([]);

    expect(await sweepAt('2026-03-12T09:00:00Z')).toMatchObject({ raised: 0, cleared: 2 });
  });

  it("as the worker's job, delivered twice, has one effect", async () => {
    const { firm, clock, stalls } = await aQuietSearch(dataSource);
    clock.set(new Date());
    const processor = new StallsProcessor(stalls);

    for (let i = 0; i < 2; i++) await processor.process({ name: 'stalls.sweep', data: {} });

    expect(await openRules(dataSource, firm)).toEqual(['no_progress', 'stage_overdue', 'window_closed']);
    expect(await announcements(dataSource, firm)).toBe(3);
  });

  it('of all firms goes on when one of them cannot be swept', async () => {
    const broken = await aQuietSearch(dataSource);
    const sound = await aQuietSearch(dataSource);
    await inZone(broken.firm, 'Nowhere/Land');
    sound.clock.set(new Date());

    try {
      await expect(sound.stalls.sweepDue()).rejects.toThrow('could not be swept');
      expect(await openRules(dataSource, sound.firm)).toEqual(['no_progress', 'stage_overdue', 'window_closed']);
    } finally {
      await inZone(broken.firm, 'Europe/Berlin');
    }
  });
});

describe('the database itself', () => {
  it('refuses a flag that names a search of another firm', async () => {
    const [ours, theirs] = [await aQuietSearch(dataSource), await aQuietSearch(dataSource)];
    await ours.sweepAt('2026-03-11T09:00:00Z');

    const elsewhere = dataSource.query(
      `insert into stall_flag select (f).* from (
         select jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'search_id', $2::uuid)) as f
         from stall_flag f where f.firm_id = $1 limit 1) x`,
      [ours.firm.id, theirs.searchId],
    );

    await expect(elsewhere).rejects.toThrow('a flag names a search that its firm does not have');
    await expect(
      dataSource.query('update stall_flag set search_id = $2 where firm_id = $1', [ours.firm.id, theirs.searchId]),
    ).rejects.toThrow('append-only');
    expect(await openRules(dataSource, ours.firm)).toEqual(['no_progress', 'stage_overdue']);
  });

  it('keeps every search', async () => {
    const { firm, searchId } = await aQuietSearch(dataSource);

    await expect(dataSource.query('delete from search where firm_id = $1', [firm.id])).rejects.toThrow('append-only');
    expect(await dataSource.query('select id from search where firm_id = $1', [firm.id])).toEqual([{ id: searchId }]);
  });
});

const inZone = (firm: TestFirm, zone: string) =>
  dataSource.query('update office set time_zone = $2 where firm_id = $1', [firm.id, zone]);
