import type { DataSource } from 'typeorm';
import { announcements, aQuietSearch, episodesOf, flagsOnRecord, openRules } from '../lib/stalls.js';
import { openTestDatabase } from './database.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

describe('progress', () => {
  it('takes the flags away in its own commit; the next sweep tidies up', async () => {
    const { firm, past, searchId, candidacyId, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-11T09:00:00Z');

    await past.move(searchId, candidacyId, 'assessed', '2026-03-11T10:00:00Z');
    expect(await openRules(dataSource, firm)).toEqual([]);

    expect(await sweepAt('2026-03-11T11:00:00Z')).toMatchObject({ raised: 0, cleared: 2 });
    expect(await flagsOnRecord(dataSource, firm)).toEqual([
      { rule: 'no_progress', severity: 'stalled', state: 'cleared', reason: 'progress' },
      { rule: 'stage_overdue', severity: 'watch', state: 'cleared', reason: 'progress' },
    ]);
  });

  it('by a call about the search un-flags the search, not the stage', async () => {
    const { firm, past, searchId, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-11T09:00:00Z');

    await past.call(searchId, '2026-03-11T10:00:00Z');

    expect(await openRules(dataSource, firm)).toEqual(['stage_overdue']);
  });

  it('that stops again is a new episode, announced again', async () => {
    const { firm, past, searchId, candidacyId, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-11T09:00:00Z');
    await past.move(searchId, candidacyId, 'assessed', '2026-03-11T10:00:00Z');
    await sweepAt('2026-03-11T11:00:00Z');

    expect(await sweepAt('2026-03-18T18:00:00Z')).toMatchObject({ raised: 2 });
    expect(await announcements(dataSource, firm)).toBe(4);
  });

  it('of one candidacy leaves the clock of the other alone', async () => {
    const { firm, past, searchId, candidacyId, sweepAt } = await aQuietSearch(dataSource);
    await past.candidacy(searchId, { stage: 'contacted', at: '2026-03-03T11:00:00Z' });
    await sweepAt('2026-03-09T09:00:00Z');
    expect(await openRules(dataSource, firm)).toEqual(['stage_overdue', 'stage_overdue']);

    await past.move(searchId, candidacyId, 'assessed', '2026-03-09T10:00:00Z');

    expect(await openRules(dataSource, firm)).toEqual(['stage_overdue']);
  });

  it('in one search leaves the flags of the same person in another search alone', async () => {
    const { firm, past, sweepAt } = await aQuietSearch(dataSource);
    const candidateId = await past.person();
    const [first, second] = [
      await past.search({ openedAt: '2026-03-02T09:00:00Z' }),
      await past.search({ openedAt: '2026-03-02T09:00:00Z' }),
    ];
    const here = await past.candidacy(first, { stage: 'contacted', at: '2026-03-03T10:00:00Z', candidateId });
    await past.candidacy(second, { stage: 'contacted', at: '2026-03-03T10:00:00Z', candidateId });
    await sweepAt('2026-03-11T09:00:00Z');
    expect(await openRules(dataSource, firm)).toHaveLength(6);

    await past.move(first, here, 'assessed', '2026-03-11T10:00:00Z');

    expect(await openRules(dataSource, firm)).toEqual(['no_progress', 'no_progress', 'stage_overdue', 'stage_overdue']);
  });
});

describe('a correction', () => {
  it('brings the same episodes back and announces nothing', async () => {
    const { firm, past, searchId, candidacyId, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-11T09:00:00Z');
    const before = await episodesOf(dataSource, firm);
    const moveId = await past.move(searchId, candidacyId, 'assessed', '2026-03-11T09:10:00Z');
    await sweepAt('2026-03-11T09:20:00Z');

    await past.correct(searchId, candidacyId, moveId, '2026-03-11T09:30:00Z');

    expect(await sweepAt('2026-03-11T09:40:00Z')).toMatchObject({ raised: 0, cleared: 0 });
    expect(await episodesOf(dataSource, firm)).toEqual(before);
    expect(await announcements(dataSource, firm)).toBe(2);
  });

  it('before any sweep saw the mistake shows the flags as if it had never been', async () => {
    const { firm, past, searchId, candidacyId, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-11T09:00:00Z');
    const moveId = await past.move(searchId, candidacyId, 'assessed', '2026-03-11T09:10:00Z');

    await past.correct(searchId, candidacyId, moveId, '2026-03-11T09:30:00Z');

    expect(await openRules(dataSource, firm)).toEqual(['no_progress', 'stage_overdue']);
  });
});

describe('a hold', () => {
  it('suspends the working-day flags; resuming opens them and announces nothing', async () => {
    const { firm, past, searchId, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-11T09:00:00Z');

    await past.hold(searchId, '2026-03-11T10:00:00Z');
    expect(await openRules(dataSource, firm)).toEqual([]);
    await sweepAt('2026-03-11T11:00:00Z');
    expect((await flagsOnRecord(dataSource, firm)).map(({ state }) => state)).toEqual(['suspended', 'suspended']);

    await past.resume(searchId, '2026-03-17T10:00:00Z');
    await sweepAt('2026-03-17T11:00:00Z');
    expect(await openRules(dataSource, firm)).toEqual(['no_progress', 'stage_overdue']);
    expect(await announcements(dataSource, firm)).toBe(2);
  });

  it('does not stop the market window', async () => {
    const { firm, past, searchId, sweepAt } = await aQuietSearch(dataSource);
    await past.hold(searchId, '2026-03-05T10:00:00Z');

    await sweepAt('2026-03-24T09:00:00Z');

    expect(await openRules(dataSource, firm)).toEqual(['window_closing']);
  });
});

describe('the market window', () => {
  it('closed takes the place of closing', async () => {
    const { firm, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-24T09:00:00Z');
    expect(await openRules(dataSource, firm)).toContain('window_closing');

    await sweepAt('2026-03-31T09:00:00Z');

    expect((await flagsOnRecord(dataSource, firm)).filter(({ rule }) => rule.startsWith('window'))).toEqual([
      { rule: 'window_closed', severity: 'stalled', state: 'open', reason: null },
      { rule: 'window_closing', severity: 'watch', state: 'cleared', reason: 'replaced' },
    ]);
  });

  it('ends with an offer', async () => {
    const { firm, past, searchId, candidacyId, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-24T09:00:00Z');

    await past.offer(searchId, candidacyId, '2026-03-24T10:00:00Z');

    expect(await openRules(dataSource, firm)).not.toContain('window_closing');
  });

  it('opens earlier for somebody who is already in the market', async () => {
    const { firm, past, searchId, sweepAt } = await aQuietSearch(dataSource);
    const candidateId = await past.person('Simulated Seeker', '2026-02-16');
    await past.candidacy(searchId, { stage: 'contacted', at: '2026-03-03T10:00:00Z', candidateId });

    await sweepAt('2026-03-09T09:00:00Z');

    expect(await openRules(dataSource, firm)).toContain('window_closing');
  });
});

describe('closing and reopening', () => {
  it('closing clears every flag', async () => {
    const { firm, past, searchId, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-11T09:00:00Z');

    await past.close(searchId, '2026-03-11T10:00:00Z');
    expect(await openRules(dataSource, firm)).toEqual([]);
    await sweepAt('2026-03-11T11:00:00Z');

    expect((await flagsOnRecord(dataSource, firm)).map(({ state, reason }) => [state, reason])).toEqual([
      ['cleared', 'closed'],
      ['cleared', 'closed'],
    ]);
  });

  it('the end of a candidacy clears its own flags', async () => {
    const { firm, past, searchId, candidacyId, sweepAt } = await aQuietSearch(dataSource);
    await sweepAt('2026-03-09T09:00:00Z');

    await past.end(searchId, candidacyId, '2026-03-09T10:00:00Z');
    await sweepAt('2026-03-09T11:00:00Z');

    expect(await flagsOnRecord(dataSource, firm)).toEqual([
      { rule: 'stage_overdue', severity: 'watch', state: 'cleared', reason: 'closed' },
    ]);
  });

  it('a reopened search starts its clock anew', async () => {
    const { firm, past, searchId, candidacyId, sweepAt } = await aQuietSearch(dataSource);
    await past.end(searchId, candidacyId, '2026-03-09T10:00:00Z');
    await past.close(searchId, '2026-03-11T10:00:00Z');
    await sweepAt('2026-03-11T11:00:00Z');

    await past.reopen(searchId, '2026-04-07T10:00:00Z');
    await sweepAt('2026-04-20T18:00:00Z');
    expect(await openRules(dataSource, firm)).toEqual([]);
    await sweepAt('2026-04-21T18:00:00Z');

    expect(await openRules(dataSource, firm)).toEqual(['no_progress']);
  });
});
