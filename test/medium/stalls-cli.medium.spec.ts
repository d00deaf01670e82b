import type { DataSource } from 'typeorm';
import { addHealth } from '../../apps/cli/src/commands/health.js';
import { addMetrics } from '../../apps/cli/src/commands/metrics.js';
import { addSweep } from '../../apps/cli/src/commands/sweep.js';
import { runCommand } from '../lib/command.js';
import { aFirmWithAPast, aQuietSearch, flagsOnRecord } from '../lib/stalls.js';
import { TEST_AUTH_SECRET } from './api.js';
import { openTestDatabase, testDatabaseUrl } from './database.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
  process.env.DATABASE_URL = await testDatabaseUrl();
  process.env.AUTH_SECRET = TEST_AUTH_SECRET;
});
afterAll(() => dataSource.destroy());

const command = (...words: string[]) => runCommand([addSweep, addHealth, addMetrics], words);

describe('sweep', () => {
  it('prints each flag of a moment with all that explains it, and changes nothing on a dry run', async () => {
    const { firm } = await aQuietSearch(dataSource);

    const { status, printed } = await command(
      ...['sweep', '--firm', firm.name, '--as-of', '2026-03-11T10:00:00+01:00', '--dry-run', '--json'],
    );

    const { flags, ...rest } = JSON.parse(printed);
    expect(status).toBe(0);
    expect(rest).toEqual({
      at: '2026-03-11T09:00:00.000Z',
      dry_run: true,
      raised: 0,
      cleared: 0,
      escalated: 0,
      passed_over: [],
    });
    expect(flags).toHaveLength(2);
    expect(flags[0]).toEqual({
      firm: firm.name,
      rule: 'no_progress',
      severity: 'stalled',
      search_ref: expect.stringMatching(/^S-/),
      candidate_ref: null,
      since: '2026-03-03T10:00:00.000Z',
      deadline: '2026-03-10T17:00:00.000Z',
      basis: {
        progress_at: '2026-03-03T10:00:00.000Z',
        local_date: '2026-03-03',
        zone: 'Europe/Berlin',
        calendar_version: 1,
        client_calendar_version: null,
        working_days: 5,
        holidays_skipped: [],
        hold_days_removed: 0,
        counted_days: ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10'],
        policy_version: 2,
      },
      sentence: 'No movement since Tue 3 Mar (6 working days, limit 5)',
      next_step: 'Book an assessment with every engaged candidate this week.',
    });
    expect(await flagsOnRecord(dataSource, firm)).toEqual([]);
  });

  it('of now raises what it prints', async () => {
    const { firm } = await aQuietSearch(dataSource);

    const { printed } = await command('sweep', '--firm', firm.name, '--json');

    const document = JSON.parse(printed);
    expect(document).toMatchObject({ dry_run: false, raised: 3, cleared: 0 });
    expect((await flagsOnRecord(dataSource, firm)).map(({ rule }) => rule)).toEqual(
      document.flags.map(({ rule }: { rule: string }) => rule).sort(),
    );
  });

  it.each([
    ['a moment that is none', ['--at', 'yesterday'], 2, 'neither a moment'],
    ['flags before their time', ['--at', '2199-01-01'], 2, 'is in the future'],
    ['a firm that does not exist', ['--firm', 'Nobody & Sons'], 1, 'no firm named'],
    ['an option that does not exist', ['--dry'], 2, 'unknown option'],
  ])('refuses %s in one sentence', async (_, words, status, sentence) => {
    const answer = await command('sweep', ...words, '--json');

    expect(answer).toMatchObject({ status, printed: '' });
    expect(answer.complained).toContain(sentence);
  });
});

describe('health', () => {
  it('prints how each running search stood, its flags and windows', async () => {
    const { firm } = await aQuietSearch(dataSource);

    const { printed } = await command('health', '--firm', firm.name, '--at', '2026-03-24T12:00:00Z', '--json');

    expect(JSON.parse(printed).searches).toMatchObject([
      {
        health: 'stalled',
        day: 22,
        flags: [{ rule: 'no_progress' }, { rule: 'stage_overdue' }, { rule: 'window_closing' }],
        windows: [
          {
            candidate_ref: expect.stringMatching(/^C-/),
            day: 21,
            days: 28,
            closes_at: '2026-03-30T22:00:00.000Z',
            closes_on: '2026-03-31',
            state: 'closing',
          },
        ],
      },
    ]);
  });

  it('without --json is a line a person can read', async () => {
    const { firm } = await aQuietSearch(dataSource);

    const { printed } = await command('health', '--firm', firm.name, '--at', '2026-03-05');

    expect(printed).toMatch(/^on_track +S-\w+ +day +3 +1 windows/);
  });
});

describe('metrics', () => {
  it('prints the figures with their steps', async () => {
    const { firm, past, searchId, candidacyId } = await aQuietSearch(dataSource);
    const offerId = await past.offer(searchId, candidacyId, '2026-03-12T09:00:00Z');
    await past.decide(searchId, offerId, 'accepted', '2026-03-17T09:00:00Z');

    const { printed } = await command('metrics', '--firm', firm.name, '--at', '2026-06-01', '--json');

    const [step, placed] = [
      { day: 10, at_risk: 1, events: 1, estimate: 0 },
      { day: 15, at_risk: 1, events: 1, estimate: 1 },
    ];
    expect(JSON.parse(printed)).toMatchObject({
      firm: firm.name,
      time_to_offer: {
        n: 1,
        events: 1,
        median: 10,
        low: null,
        high: null,
        completed_mean: 10,
        survival: { steps: [step] },
      },
      placed_by_90: { n: 1, estimate: 1, steps: [placed] },
    });
  });

  it('says in words what it does not claim, and how many searches there are', async () => {
    const { firm, past } = await aFirmWithAPast(dataSource);
    const searchId = await past.search({ openedAt: '2026-03-02T09:00:00Z' });
    const candidacyId = await past.candidacy(searchId, { stage: 'contacted', at: '2026-03-03T09:00:00Z' });
    await past.offer(searchId, candidacyId, '2026-03-12T09:00:00Z');
    await past.close(searchId, '2026-03-22T09:00:00Z');
    await past.reopen(searchId, '2026-04-01T09:00:00Z');
    await past.offer(searchId, candidacyId, '2026-03-25T09:00:00Z');

    const { printed } = await command('metrics', '--firm', firm.name, '--at', '2026-04-20');

    expect(printed.split('\n').map((line) => line.trimEnd())).toEqual(
      expect.arrayContaining([
        'time to offer    too few to say: 1, 2 episodes of 1 search, 1 with an offer',
        '                 left out: 0 offers before their search was opened, 1 while it was closed',
        'placed by day 90 not known yet: nobody followed to day 90, 2 episodes of 1 search',
      ]),
    );
  });
});
