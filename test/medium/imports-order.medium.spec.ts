import { systemActor } from '@app/identity/identity.types.js';
import { MetricsRepository } from '@app/metrics/metrics.repository.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import { Database } from '@app/platform/database/database.js';
import { filesOf, sayingsOf, stallsOf, type SmallFirm } from '../lib/small-firms.js';
import { TestImports } from './imports.js';

let imports: TestImports;
beforeAll(async () => {
  imports = await TestImports.open();
});
afterAll(() => imports.dataSource.destroy());

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const bring = (firm: SmallFirm) => imports.folder(filesOf(firm));
const figures = (firmId: string, at: string) =>
  new MetricsService(new Database(imports.dataSource), new MetricsRepository()).figures(
    systemActor(firmId),
    new Date(at),
  );

const PLACED: SmallFirm = {
  'searches.csv': ['S1,2026-03-02,2026-04-20,placed'],
  'candidates.csv': ['P1'],
  'candidacies.csv': ['S1,P1,placed,2026-04-20'],
};

describe('a date without a time', () => {
  it('is the whole day where something ends with it: an offer of the closing day counts', async () => {
    const { firmId, told } = await bring({
      ...PLACED,
      'offers.csv': ['O1,S1,P1,2026-04-20T10:00:00+02:00,,2026-04-20T17:00:00+02:00,accepted'],
    });

    expect(told).toEqual([]);
    const { timeToOffer, placedBy90 } = await figures(firmId, '2026-06-01T00:00:00Z');
    expect(timeToOffer).toMatchObject({ searches: 1, offers: 1, completedMean: { mean: 49.375 } });
    expect(placedBy90.at.estimate).toBe(1);
  });

  it.each([
    [
      'an offer through its last day',
      'select expires_at as at from offer where firm_id = $1',
      '2026-12-01T23:00:00.000Z',
    ],
    [
      'an offer from the first moment of its day',
      'select extended_at as at from offer where firm_id = $1',
      '2026-11-19T23:00:00.000Z',
    ],
    [
      'an opening from the first moment',
      'select opened_at as at from search where firm_id = $1',
      '2026-11-01T23:00:00.000Z',
    ],
  ])('%s', async (_, sql, at) => {
    const { firmId } = await bring({
      'searches.csv': ['S1,2026-11-02'],
      'candidates.csv': ['P1'],
      'candidacies.csv': ['S1,P1'],
      'offers.csv': ['O1,S1,P1,2026-11-20,2026-12-01'],
    });

    expect(await imports.rows(sql, firmId)).toEqual([{ at: new Date(at) }]);
  });

  it('is the last moment where a search or a candidacy ends with it', async () => {
    const { firmId } = await bring(PLACED);
    const last = new Date('2026-04-20T21:59:59.999Z');

    expect(await imports.rows('select closed_at as at from search where firm_id = $1', firmId)).toEqual([{ at: last }]);
    expect(await imports.rows('select ended_at as at from candidacy where firm_id = $1', firmId)).toEqual([
      { at: last },
    ]);
  });

  it('comes after what it follows on that day, however late that was', async () => {
    const { firmId, told } = await bring({
      'searches.csv': ['S1,2026-03-02T09:00:00+01:00,2026-03-10,cancelled', 'S2,2026-03-02T09:00:00+01:00'],
      'reopenings.csv': ['S1,2026-03-10,2026-03-20,placed'],
      'candidates.csv': ['P1'],
      'candidacies.csv': ['S1,P1', 'S2,P1'],
      'offers.csv': [
        'O1,S2,P1,2026-03-02,,2026-03-02,declined',
        'O2,S2,P1,2026-03-05T15:00:00+01:00,,2026-03-05,declined',
      ],
    });

    expect(told).toEqual([]);
    expect(
      await imports.rows('select ref, extended_at, decided_at from offer where firm_id = $1 order by ref', firmId),
    ).toEqual([
      { ref: 'O1', extended_at: new Date('2026-03-02T08:00:00Z'), decided_at: new Date('2026-03-02T08:00:00Z') },
      { ref: 'O2', extended_at: new Date('2026-03-05T14:00:00Z'), decided_at: new Date('2026-03-05T14:00:00Z') },
    ]);
    expect((await figures(firmId, '2026-06-01T00:00:00Z')).timeToOffer).toMatchObject({
      searches: 2,
      episodes: 3,
      steps: [{ day: 0, events: 1 }],
    });
  });

  it.each([
    ['2026-03-20', 'that is open as the day begins, though it was reopened on it', '2026-03-19T23:00:00.000Z'],
    ['2026-04-10', 'that was closed as the day began', '2026-04-10T09:00:00.000Z'],
  ])('of an offer, %s, is in the episode %s', async (day, _, at) => {
    const { firmId, told } = await bring({
      'searches.csv': ['S1,2026-03-02,2026-03-20T10:00:00+01:00,cancelled'],
      'reopenings.csv': [
        'S1,2026-03-20T11:00:00+01:00,2026-03-30T10:00:00+02:00,cancelled',
        'S1,2026-04-10T11:00:00+02:00,,',
      ],
      'candidates.csv': ['P1'],
      'candidacies.csv': ['S1,P1'],
      'offers.csv': [`O1,S1,P1,${day}`],
    });

    expect(told).toEqual([]);
    expect(await imports.rows('select extended_at as at from offer where firm_id = $1', firmId)).toEqual([
      { at: new Date(at) },
    ]);
  });

  it('of today ends what it ends now, not tonight', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
    const { firmId, told } = await bring({ 'searches.csv': [`S1,2026-03-02,${today},cancelled`] });

    expect(told).toEqual([]);
    const [search] = await imports.rows<{ isOver: boolean }>(
      'select closed_at <= now() as "isOver" from search where firm_id = $1',
      firmId,
    );
    expect(search).toEqual({ isOver: true });
  });
});

describe('facts that cannot be', () => {
  const one: SmallFirm = { 'candidates.csv': ['P1'], 'candidacies.csv': ['S1,P1'] };
  const open = { ...one, 'searches.csv': ['S1,2026-03-02'] };
  const closed = { ...one, 'searches.csv': ['S1,2026-03-02,2026-03-22,cancelled'] };

  it.each<[string, SmallFirm, string]>([
    [
      'an offer before its search',
      { ...open, 'offers.csv': ['O1,S1,P1,2025-04-18,,2025-04-20,accepted'] },
      'offers.csv 2: extended_at is before the search was opened, at 2026-03-01 23:00 UTC',
    ],
    [
      'an offer after the closing',
      { ...closed, 'offers.csv': ['O1,S1,P1,2026-03-27T09:00:00Z'] },
      'offers.csv 2: extended_at is after the search was closed, at 2026-03-22 22:59 UTC',
    ],
    [
      'an offer between a closing and a reopening',
      { ...closed, 'reopenings.csv': ['S1,2026-05-04'], 'offers.csv': ['O1,S1,P1,2026-04-10'] },
      'offers.csv 2: extended_at is after the search was closed, at 2026-03-22 22:59 UTC',
    ],
    [
      'an acceptance after the closing',
      { ...closed, 'offers.csv': ['O1,S1,P1,2026-03-20,,2026-03-25,accepted'] },
      'offers.csv 2: an offer can be accepted only while its search is open, and this one was closed at 2026-03-22 22:59 UTC',
    ],
    [
      'an answer before the offer',
      { ...open, 'offers.csv': ['O1,S1,P1,2026-03-20,,2026-03-19,declined'] },
      'offers.csv 2: decided_at is before extended_at',
    ],
    [
      'a closing before the opening',
      { ...one, 'searches.csv': ['S1,2026-03-02,2026-03-01,cancelled'] },
      'searches.csv 2: closed_at is before opened_at',
    ],
    [
      'an end of a candidacy before its search',
      { ...open, 'candidacies.csv': ['S1,P1,rejected,2026-03-01'] },
      'candidacies.csv 2: ended_at is before the search was opened, at 2026-03-01 23:00 UTC',
    ],
  ])('are refused: %s', async (_, firm, sentence) => {
    expect((await bring(firm)).told).toContain(sentence);
  });

  it('a first day before the offer is refused', async () => {
    const files = filesOf({ ...open });
    const header = 'offer_ref,search_ref,candidate_ref,extended_at,decided_at,decision,start_date\n';
    const { told } = await imports.folder({
      ...files,
      'offers.csv': `${header}O1,S1,P1,2026-04-10,2026-04-12,accepted,2026-04-09\nO2,S1,P1,2026-04-10,2026-04-12,accepted,2026-04-10\n`,
    });

    expect(told).toEqual(['offers.csv 2: start_date is before extended_at']);
  });

  it.each<[string, SmallFirm, string]>([
    ['an opening', { 'searches.csv': ['S1,2062-03-02'] }, 'searches.csv 2: opened_at is in the future'],
    [
      'a closing',
      { 'searches.csv': [`S1,2026-09-01,${inDays(90)},placed`] },
      'searches.csv 2: closed_at is in the future',
    ],
    [
      'the end of a candidacy',
      { ...open, 'candidacies.csv': [`S1,P1,withdrawn,${inDays(20)}`] },
      'candidacies.csv 2: ended_at is in the future',
    ],
    [
      'a move',
      { ...open, 'stage_moves.csv': [`S1,P1,engaged,${inDays(1)}`] },
      'stage_moves.csv 2: at is in the future',
    ],
    ['a call', { ...open, 'activities.csv': [`S1,P1,call,${inDays(1)}`] }, 'activities.csv 2: at is in the future'],
    ['an offer', { ...open, 'offers.csv': [`O1,S1,P1,${inDays(1)}`] }, 'offers.csv 2: extended_at is in the future'],
    [
      'a decision',
      { ...open, 'offers.csv': [`O1,S1,P1,2026-04-01,,${inDays(20)},declined`] },
      'offers.csv 2: decided_at is in the future',
    ],
    ['the start of a hold', { ...open, 'holds.csv': [`S1,${inDays(2)}`] }, 'holds.csv 2: started_at is in the future'],
    [
      'a reopening',
      { ...closed, 'reopenings.csv': [`S1,${inDays(2)}`] },
      'reopenings.csv 2: reopened_at is in the future',
    ],
  ])('are refused ahead of their time: %s', async (_, firm, sentence) => {
    expect((await bring(firm)).told).toEqual(expect.arrayContaining([expect.stringContaining(sentence)]));
  });
});

describe('a hold whose end is known ahead', () => {
  it('lasts until then, and then the search runs again by itself', async () => {
    const { firmId } = await bring({
      'searches.csv': ['A,2026-03-02T09:00:00+01:00'],
      'holds.csv': [`A,${inDays(-30)},${inDays(20)}`],
      'candidates.csv': ['c'],
      'candidacies.csv': ['A,c'],
      'stage_moves.csv': ['A,c,presented,2026-03-05T09:00:00+01:00'],
    });
    const stalls = stallsOf(imports.dataSource);
    const health = async () =>
      (await stalls.assessFirm(systemActor(firmId))).map(({ assessment }) => assessment.health);
    const onRecord = async () =>
      imports.rows<{ status: string; health: string; flags: number }>(
        `select s.status, h.health, h.open_flags as flags from search s
         join search_health h on h.firm_id = s.firm_id and h.search_id = s.id where s.firm_id = $1`,
        firmId,
      );
    await stalls.sweepFirm(firmId);
    expect(await health()).toEqual(['on_hold']);
    expect(await onRecord()).toMatchObject([{ status: 'on_hold', health: 'on_hold' }]);

    // the moment comes: nothing else happens
    await imports.rows("update search_hold set ended_at = now() - interval '1 s' where firm_id = $1", firmId);
    await imports.rows("update search_check set next_check_at = now() - interval '1 s' where firm_id = $1", firmId);
    expect(await health()).toEqual(['stalled']);
    await stalls.sweepFirm(firmId);

    const said = sayingsOf(await stalls.assessFirm(systemActor(firmId)));
    expect(await onRecord()).toMatchObject([{ status: 'open', health: 'stalled', flags: said.length }]);
    expect(sayingsOf(await stalls.assessFirm(systemActor(firmId), new Date()))).toEqual(said);
  });
});
