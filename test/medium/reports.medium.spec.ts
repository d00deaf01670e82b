import type { DataSource } from 'typeorm';
import { MetricsRepository } from '@app/metrics/metrics.repository.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import { Database } from '@app/platform/database/database.js';
import { LimitsRepository } from '@app/limits/limits.repository.js';
import { LimitsService } from '@app/limits/limits.service.js';
import { ReportsRepository } from '@app/reports/reports.repository.js';
import { ReportsService } from '@app/reports/reports.service.js';
import { aFirmWithAPast, setLimits } from '../lib/stalls.js';
import { openTestDatabase } from './database.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

async function aFirmWithReports() {
  const stage = await aFirmWithAPast(dataSource);
  const database = new Database(dataSource);
  const metrics = new MetricsService(database, new MetricsRepository());
  const reports = new ReportsService(
    database,
    new ReportsRepository(),
    metrics,
    new LimitsService(new LimitsRepository()),
    stage.clock,
  );
  return { ...stage, metrics, reports };
}

/** One search of each health as of Wed 25 March 2026, and a closed one. */
async function aFirmOfEveryHealth() {
  const stage = await aFirmWithReports();
  const { past } = stage;
  const search = (title: string, openedAt: string) => past.search({ title, openedAt });
  await search('Stalled', '2026-03-02T09:00:00Z');
  await search('On track', '2026-03-24T09:00:00Z');
  const held = await search('On hold', '2026-03-02T09:00:00Z');
  await past.hold(held, '2026-03-03T09:00:00Z');
  const atRisk = await search('At risk', '2026-03-02T09:00:00Z');
  const finalist = await past.candidacy(atRisk, {
    stage: 'contacted',
    at: '2026-03-03T10:00:00Z',
    candidateId: await past.person('Simulated Finalist'),
  });
  await past.move(atRisk, finalist, 'finalist', '2026-03-24T10:00:00Z');
  const closed = await search('Closed', '2026-03-02T09:00:00Z');
  await past.close(closed, '2026-03-10T09:00:00Z');
  await stage.sweepAt('2026-03-25T09:00:00Z');
  return { ...stage, atRisk };
}

describe('pipeline health', () => {
  it('counts every running search once and lists the worst first', async () => {
    const { firm, reports } = await aFirmOfEveryHealth();

    const health = await reports.pipelineHealth(firm.actor('partner'));

    expect(health.counts).toEqual({ onTrack: 1, atRisk: 1, stalled: 1, onHold: 1 });
    expect(health.searches.map(({ title, health: state, day }) => [title, state, day])).toEqual([
      ['Stalled', 'stalled', 23],
      ['At risk', 'at_risk', 23],
      ['On hold', 'on_hold', 23],
      ['On track', 'on_track', 1],
    ]);
  });

  it('says why a search is in trouble and what to do next, and nothing of one that is not', async () => {
    const { firm, reports } = await aFirmOfEveryHealth();

    const { searches } = await reports.pipelineHealth(firm.actor('partner'));

    expect(searches[0]).toMatchObject({
      leadName: 'Simulated consultant',
      reasons: ['No movement since the search opened on Mon 2 Mar (17 working days, limit 10)'],
      nextStep: 'Add people to the search and make the first calls this week.',
    });
    expect(searches[1]).toMatchObject({
      reasons: ['Simulated Finalist: Window closes Tue 31 Mar (day 22 of 28), no offer yet'],
    });
    expect(searches.slice(2).map(({ reasons, nextStep }) => [reasons, nextStep])).toEqual([
      [[], null],
      [[], null],
    ]);
  });

  it('names the windows that close within a week, until an offer stops them', async () => {
    const { firm, past, reports, atRisk } = await aFirmOfEveryHealth();

    const { windowsThisWeek } = await reports.pipelineHealth(firm.actor('partner'));
    expect(windowsThisWeek).toMatchObject([
      {
        candidateName: 'Simulated Finalist',
        stageLabel: 'Finalist',
        window: {
          day: 22,
          days: 28,
          closesAt: new Date('2026-03-30T22:00:00Z'),
          closesOn: '2026-03-31',
          state: 'closing',
        },
      },
    ]);

    await past.offer(atRisk, windowsThisWeek[0]?.candidacyId ?? '', '2026-03-25T10:00:00Z');
    expect((await reports.pipelineHealth(firm.actor('partner'))).windowsThisWeek).toEqual([]);
  });

  it.each<[string, string, number | undefined, number | null]>([
    ['closes today: it has closed', '2026-02-25T09:00:00Z', undefined, null],
    ['closes tomorrow', '2026-02-26T09:00:00Z', undefined, 27],
    ['closes in seven days', '2026-03-04T09:00:00Z', undefined, 21],
    ['closes in eight days', '2026-03-05T09:00:00Z', undefined, null],
    ['opened after midnight in the office although before it in UTC', '2026-02-25T23:30:00Z', undefined, 27],
    ['closes in eight days, but the firm gives it a week less', '2026-03-05T09:00:00Z', 21, 20],
    ['closes tomorrow, but the firm gave it a week less', '2026-02-26T09:00:00Z', 21, null],
    ['has closed, but the firm gives it a week more', '2026-02-25T09:00:00Z', 35, 28],
  ])('lists a window by the limits of its search: one that %s', async (_, openedAt, windowCloseDay, day) => {
    const { firm, past, reports, clock } = await aFirmWithReports();
    if (windowCloseDay) await setLimits(dataSource, firm, { windowCloseDay });
    const search = await past.search({ openedAt: '2026-02-20T09:00:00Z' });
    await past.candidacy(search, { stage: 'contacted', at: openedAt });
    clock.set('2026-03-25T09:00:00Z');

    const { windowsThisWeek } = await reports.pipelineHealth(firm.actor('partner'));

    expect(windowsThisWeek.map(({ window }) => window.day)).toEqual(day === null ? [] : [day]);
  });

  it('of an empty firm is words and nulls', async () => {
    const { firm, reports } = await aFirmWithReports();

    expect(await reports.pipelineHealth(firm.actor('admin'))).toMatchObject({
      counts: { onTrack: 0, atRisk: 0, stalled: 0, onHold: 0 },
      searches: [],
      windowsThisWeek: [],
      timeToOffer: {
        searches: 0,
        offers: 0,
        medianDays: null,
        completedMeanDays: null,
        sentence: 'No search has been opened yet.',
      },
    });
  });
});

describe('a confidential search', () => {
  it.each([
    ['the lead', 'consultant', true],
    ['a member of the team', 'researcher', true],
    ['a partner who is not on it', 'partner', false],
    ['an admin who is not on it', 'admin', false],
  ] as const)('in pipeline health, its windows, its figures and find: seen by %s', async (_, role, seen) => {
    const { firm, past, reports, sweepAt } = await aFirmWithReports();
    const searchId = await past.search({
      title: 'Confidential appointment',
      openedAt: '2026-03-02T09:00:00Z',
      confidential: true,
      teamUserIds: [firm.users.researcher.id],
    });
    await past.candidacy(searchId, { stage: 'contacted', at: '2026-03-03T10:00:00Z' });
    await sweepAt('2026-03-25T09:00:00Z');

    const health = await reports.pipelineHealth(firm.actor(role));
    const found = await reports.find(firm.actor(role), 'confidential');

    const count = seen ? 1 : 0;
    expect(health.searches).toHaveLength(count);
    expect(health.counts.stalled).toBe(count);
    expect(health.windowsThisWeek).toHaveLength(count);
    expect(health.timeToOffer.searches).toBe(count);
    expect(found).toHaveLength(count);
  });
});

describe('find', () => {
  it.each<[string, string[]]>([
    ['mül', ['candidate:Jörg Müller']],
    ['MULLER jorg', ['candidate:Jörg Müller']],
    ['head of', ['search:Head of Evaluation']],
    ['50%', []],
    ["o'bri", ["candidate:Pat O'Brien"]],
    ['  ', []],
    ['& | ! :* (', []],
  ])('%s', async (query, expected) => {
    const { firm, past, reports } = await aFirmWithReports();
    await past.search({ title: 'Head of Evaluation', openedAt: '2026-03-02T09:00:00Z' });
    for (const name of ['Jörg Müller', "Pat O'Brien", 'Somebody Else']) await past.person(name);

    const found = await reports.find(firm.actor('researcher'), query);

    expect(found.map(({ type, label }) => `${type}:${label}`)).toEqual(expected);
  });

  it('finds a search by its client and its ref, and nothing of another firm', async () => {
    const { firm, past, reports } = await aFirmWithReports();
    await past.search({ ref: 'CAIO-2026-7', openedAt: '2026-03-02T09:00:00Z' });
    const other = await aFirmWithReports();

    expect((await reports.find(firm.actor('researcher'), 'caio-2026')).map(({ type }) => type)).toEqual(['search']);
    expect((await reports.find(firm.actor('researcher'), 'simulated client')).map(({ type }) => type)).toEqual([
      'search',
      'client',
    ]);
    expect(await other.reports.find(other.firm.actor('admin'), 'caio-2026')).toEqual([]);
  });
});
