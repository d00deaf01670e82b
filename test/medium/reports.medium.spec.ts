import type { DataSource } from 'typeorm';
import { MetricsRepository } from '@app/metrics/metrics.repository.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import { newId } from '@app/platform/database/id.js';
import type { Slice } from '@app/vocabulary/vocabulary.types.js';
import { Database } from '@app/platform/database/database.js';
import { LimitsRepository } from '@app/limits/limits.repository.js';
import { LimitsService } from '@app/limits/limits.service.js';
import { ChangesService } from '@app/reports/changes.service.js';
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
  const repository = new ReportsRepository();
  const reports = new ReportsService(
    database,
    repository,
    metrics,
    new LimitsService(new LimitsRepository()),
    new ChangesService(database, repository, stage.stalls, metrics, stage.clock),
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

describe('who stalls most', () => {
  it('counts every running search once for its consultant, its client and its office', async () => {
    const { firm, reports } = await aFirmOfEveryHealth();

    const { whoStalls, windowsClosing } = await reports.pipelineHealth(firm.actor('partner'));

    const all = { searches: 4, stalled: 1, atRisk: 1, onTrack: 1, onHold: 1 };
    // ten working days from Mon 2 March end on Mon 16 March
    expect(whoStalls.leads).toEqual([
      { id: firm.users.consultant.id, name: 'Simulated consultant', ...all, oldestFlagDays: 9, windowsClosing },
    ]);
    expect(whoStalls.clients).toMatchObject([{ ...all, oldestFlagDays: 9, windowsClosing: 1 }]);
    expect(whoStalls.offices).toMatchObject([{ id: firm.officeId, ...all, windowsClosing: 1 }]);
    const [plain] = await dataSource.query(
      `select count(distinct s.id)::int as searches, count(distinct s.id) filter (where f.severity = 'stalled')::int as stalled,
              max(date '2026-03-25' - (f.deadline at time zone 'Europe/Berlin')::date) as days
       from search s left join open_flag f on f.firm_id = s.firm_id and f.search_id = s.id
       where s.firm_id = $1 and s.status in ('open', 'offer', 'on_hold')`,
      [firm.id],
    );
    expect(plain).toEqual({ searches: 4, stalled: 1, days: 9 });
  });

  it('and every figure is of one lead, office, client or role, when it is asked for', async () => {
    const { firm, past, reports, sweepAt } = await aFirmOfEveryHealth();
    const actor = firm.actor('partner');
    const leadId = firm.users.researcher.id;
    const own = await past.search({ title: 'Own', openedAt: '2026-03-02T09:00:00Z', leadUserId: leadId });
    await past.candidacy(own, { stage: 'contacted', at: '2026-03-03T10:00:00Z' });
    await sweepAt('2026-03-25T09:00:00Z');
    const titles = async (slice: Slice) =>
      (await reports.pipelineHealth(actor, slice)).searches.map(({ title }) => title);

    const health = await reports.pipelineHealth(actor, { leadId });

    expect(health).toMatchObject({
      counts: { onTrack: 0, atRisk: 0, stalled: 1, onHold: 0 },
      searches: [{ title: 'Own' }],
      windowsClosing: 1,
      windowsThisWeek: [{ searchTitle: 'Own' }],
      whoStalls: { leads: [{ id: leadId, searches: 1 }], clients: [{ searches: 1 }], offices: [{ searches: 1 }] },
      timeToOffer: { searches: 1 },
    });
    const clientId = health.whoStalls.clients[0]?.id;
    expect(await titles({ leadId: firm.users.consultant.id })).toHaveLength(4);
    expect(await titles({ clientId, officeId: firm.officeId, roleKey: 'caio' })).toHaveLength(5);
    for (const other of [{ clientId: newId() }, { officeId: newId() }, { roleKey: 'vp_mlops' }, { leadId: newId() }]) {
      expect(await titles(other)).toEqual([]);
      expect((await reports.pipelineHealth(actor, other)).timeToOffer.searches).toBe(0);
    }
  });
});

describe('what changed since last Monday', () => {
  /** As of Wed 25 March 2026; the last Monday began on Sun 22 March at 23:00 UTC. */
  async function aWeek() {
    const stage = await aFirmWithReports();
    const { past } = stage;
    const search = (title: string, openedAt = '2026-03-02T09:00:00Z') => past.search({ title, openedAt });
    await search('Stalled all along');
    await search('Has become stalled', '2026-03-09T09:00:00Z');
    const recovers = await search('Recovers');
    await past.candidacy(recovers, { stage: 'contacted', at: '2026-03-24T10:00:00Z' });
    await past.hold(await search('Is held'), '2026-03-24T09:00:00Z');
    await search('Is new', '2026-03-24T09:00:00Z');
    await past.close(await search('Ended'), '2026-03-24T09:00:00Z');
    await past.close(await search('Ended before'), '2026-03-20T09:00:00Z');
    await stage.sweepAt('2026-03-25T09:00:00Z');
    return stage;
  }

  it('is what the rules say of then, set against what they say of now', async () => {
    const { firm, reports, stalls } = await aWeek();

    const changes = await reports.changes(firm.actor('partner'));

    const titles = ({ items }: { items: { title: string }[] }) => items.map(({ title }) => title);
    expect(changes.since).toEqual(new Date('2026-03-22T23:00:00Z'));
    expect(changes.countsThen).toEqual({ stalled: 4, atRisk: 0, onTrack: 1, onHold: 0 });
    expect(titles(changes.becameStalled)).toEqual(['Has become stalled']);
    expect(titles(changes.recovered)).toEqual(['Recovers']);
    expect(titles(changes.putOnHold)).toEqual(['Is held']);
    expect(titles(changes.opened)).toEqual(['Is new']);
    expect(titles(changes.closed)).toEqual(['Ended']);
    expect(titles(changes.placed)).toEqual([]);
    const then = await stalls.assessFirm(firm.actor('partner'), changes.since);
    expect(then.filter(({ assessment }) => assessment.health === 'stalled')).toHaveLength(4);
    const now = (await reports.pipelineHealth(firm.actor('partner'))).counts.stalled;
    expect(now - changes.countsThen.stalled).toBe(-2);
  });

  it('stands in the report with all the rest, of the slice that is asked for', async () => {
    const { firm, reports } = await aWeek();

    const report = await reports.report(firm.actor('partner'), { leadId: firm.users.partner.id });

    expect(report).toMatchObject({
      narrowedTo: ['lead: one'],
      searches: [],
      changes: { countsThen: { stalled: 0, onTrack: 0 }, opened: { count: 0 }, closed: { count: 0 } },
    });
    expect((await reports.report(firm.actor('partner'))).changes?.closed.count).toBe(1);
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
    const changes = await reports.changes(firm.actor(role));

    const count = seen ? 1 : 0;
    expect(health.searches).toHaveLength(count);
    expect(health.counts.stalled).toBe(count);
    expect(health.windowsThisWeek).toHaveLength(count);
    expect(health.timeToOffer.searches).toBe(count);
    expect(found).toHaveLength(count);
    expect(health.windowsClosing).toBe(count);
    for (const groups of Object.values(health.whoStalls)) expect(groups).toHaveLength(count);
    expect(changes.countsThen.stalled).toBe(count);
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
