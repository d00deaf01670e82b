import { assessSearch } from '@app/clocks/assess.rules.js';
import { DEFAULT_POLICY } from '@app/limits/limits.types.js';
import { localDate } from '@app/platform/time/local-date.js';
import { gatherFacts, planSweep, type ClearedReason, type FirmClocks } from './sweep.rules.js';
import type { FlagDecision, SearchFacts } from '@app/clocks/clocks.types.js';
import type { CandidacyRow, FlagRow, HoldRow, SearchRow, SearchRows } from './stalls.types.js';

const at = (moment: string) => new Date(moment);

/** Slate, pipeline and decision maker are left out: what they do to the record is no different. */
const POLICY = { ...DEFAULT_POLICY, slateSize: 0, thinPipelineSize: 0, decisionMakerDays: 900 };

const CLOCKS: FirmClocks = {
  clients: [],
  policyOf: () => POLICY,
  offices: [{ id: 'berlin', zone: 'Europe/Berlin', workingDays: [1, 2, 3, 4, 5], holidays: [], version: 1 }],
  stages: [
    { id: 'stage-engaged', kind: 'engaged', label: 'Engaged', budgetDays: 3 },
    { id: 'stage-interview', kind: 'client_interview', label: 'Client interview', budgetDays: 6 },
  ],
};

const search = (over: Partial<SearchRow> = {}): SearchRow => ({
  searchId: 'search-1',
  searchRef: 'S-1',
  officeId: 'berlin',
  clientId: 'client-1',
  roleKey: 'caio',
  targetDate: null,
  episodeId: 'episode-1',
  decisionMakerAt: null,
  decisionMakerKey: null,
  status: 'open',
  episodeOpenedAt: at('2026-10-05T08:00:00Z'),
  reopened: false,
  lastProgressAt: at('2026-11-05T09:00:00Z'),
  progressKey: 'progress-9',
  ...over,
});

const candidacy = (over: Partial<CandidacyRow> = {}): CandidacyRow => ({
  candidacyId: 'candidacy-1',
  searchId: 'search-1',
  candidateRef: 'C-1',
  stageId: 'stage-interview',
  stageSince: Date.parse('2026-11-05T09:00:00Z'),
  stageKey: 'move-9',
  windowOpenedAt: Date.parse('2026-10-21T10:00:00Z'),
  windowKey: 'move-2',
  offerExtendedAt: null,
  clientTurnAt: null,
  clientTurnKey: null,
  presentedAt: null,
  ...over,
});

const rows = (over: Partial<SearchRows>): SearchRows => ({
  searches: [],
  candidacies: [],
  holds: [],
  offers: [],
  arrivals: [],
  ...over,
});

const HOLD: HoldRow = { searchId: 'search-1', from: at('2026-11-12T08:00:00Z'), to: null };

interface Situation {
  search?: Partial<SearchRow>;
  candidacies?: CandidacyRow[];
  holds?: HoldRow[];
}

function factsOf({ search: over, candidacies = [candidacy()], holds = [] }: Situation): SearchFacts {
  const [gathered] = gatherFacts(rows({ searches: [search(over)], candidacies, holds }), CLOCKS);
  if (!gathered) throw new Error('one search in, none out');
  return gathered.facts;
}

const assessAt = (situation: Situation, now: Date) => {
  const facts = factsOf(situation);
  return { facts, policy: POLICY, assessment: assessSearch(facts, POLICY, now) };
};

const NOW = at('2026-11-17T09:00:00Z');
const plan = (situation: Situation, live: FlagRow[], now = NOW) => planSweep(assessAt(situation, now), live, now);

/** The flags of a situation as they would stand on record. */
const onRecord = (situation: Situation, now = NOW): FlagRow[] => assessAt(situation, now).assessment.flags.map(rowOf);
const rowOf = (flag: FlagDecision): FlagRow => ({ ...flag, id: flag.rule, searchId: 'search-1', state: 'open' });

describe('what a sweep changes', () => {
  it('raises every flag that stands and is not on record', () => {
    const { raise, clear, suspend } = plan({}, []);

    expect(raise.map(({ rule, severity, episodeKey }) => [rule, severity, episodeKey])).toEqual([
      ['no_progress', 'stalled', 'progress-9'],
      ['window_closing', 'watch', 'move-2'],
      ['stage_overdue', 'watch', 'move-9'],
    ]);
    expect([clear, suspend]).toEqual([[], []]);
  });

  it('changes nothing when the record says what the rules say', () => {
    expect(plan({}, onRecord({}))).toMatchObject({ raise: [], clear: [], suspend: [] });
  });

  it('tells the sentence anew when its numbers have grown', () => {
    const { raise, clear } = plan({}, onRecord({}, at('2026-11-16T09:00:00Z')));

    expect(raise.map(({ rule }) => rule)).toEqual(['no_progress', 'window_closing', 'stage_overdue']);
    expect(clear).toEqual([]);
  });

  it('tells the next step anew when the candidate has been moved back, the window running on', () => {
    const back = { candidacies: [candidacy({ stageId: 'stage-engaged', stageKey: 'move-10' })] };

    const retold = plan(back, onRecord({})).raise.find(({ rule }) => rule === 'window_closing');

    expect(retold?.nextStep).toBe('Assess the candidate this week and tell the client that they are in the market.');
  });

  it.each<[string, (row: FlagRow) => Partial<FlagRow>]>([
    ['its severity', () => ({ severity: 'watch' })],
    ['its sentence', () => ({ sentence: 'Nobody moved.' })],
    ['its next step', () => ({ nextStep: 'Call.' })],
    ['the moment it stopped', () => ({ since: at('2026-11-05T09:00:00.001Z') })],
    ['its deadline', () => ({ deadline: at('2026-11-12T17:00:00.001Z') })],
    ['a number of its evidence', ({ evidence }) => ({ evidence: { ...evidence, limit: 4 } })],
    ['a number it no longer has', ({ evidence }) => ({ evidence: { ...evidence, more: 1 } })],
    ['a day of its basis', ({ basis }) => ({ basis: { ...basis, countedDays: ['2026-11-06'] } })],
    ['a moment of its basis', ({ basis }) => ({ basis: { ...basis, progressAt: '2026-11-05T09:00:00.001Z' } })],
    ['a list that is none', ({ basis }) => ({ basis: { ...basis, holidaysSkipped: {} } })],
  ])('tells a flag anew when the record differs in %s', (_, change) => {
    const [search, ...others] = onRecord({});
    if (!search) throw new Error('the search is flagged');

    const retold = plan({}, [{ ...search, ...change(search) }, ...others]).raise;

    expect(retold.map(({ rule }) => rule)).toEqual(['no_progress']);
  });

  it('knows a flag by what it says, not by the order in which the database keeps it', () => {
    const stored = onRecord({}).map((row): FlagRow => ({
      ...row,
      basis: Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(row.basis)) as object).reverse()),
    }));

    expect(plan({}, stored).raise).toEqual([]);
  });

  it.each<[string, Situation, Record<string, ClearedReason>]>([
    [
      'the next stage, a call: the flags whose clock starts anew',
      {
        search: { progressKey: 'progress-10', lastProgressAt: at('2026-11-17T08:00:00Z') },
        candidacies: [candidacy({ stageKey: 'move-10', stageSince: Date.parse('2026-11-17T08:00:00Z') })],
      },
      { no_progress: 'progress', stage_overdue: 'progress' },
    ],
    [
      'an offer ends the window',
      { candidacies: [candidacy({ offerExtendedAt: Date.parse('2026-11-17T08:00:00Z') })] },
      { window_closing: 'progress' },
    ],
    [
      'a correction takes back the opening of the window',
      { candidacies: [candidacy({ windowOpenedAt: null, windowKey: null })] },
      { window_closing: 'progress' },
    ],
    ['the candidacy is over', { candidacies: [] }, { stage_overdue: 'closed', window_closing: 'closed' }],
    [
      'the search is closed',
      { search: { status: 'closed' } },
      { no_progress: 'closed', stage_overdue: 'closed', window_closing: 'closed' },
    ],
    [
      'the search is placed',
      { search: { status: 'placed' } },
      { no_progress: 'closed', stage_overdue: 'closed', window_closing: 'closed' },
    ],
  ])('clears, with the reason: %s', (_, situation, expected) => {
    const { clear } = plan(situation, onRecord({}));

    expect(Object.fromEntries(clear.map(({ id, reason }) => [id, reason]))).toMatchObject(expected);
  });

  it('puts the closed window in the place of the closing one', () => {
    const { clear, raise } = plan({}, onRecord({}), at('2026-11-18T09:00:00Z'));

    expect(clear).toEqual([{ id: 'window_closing', reason: 'replaced' }]);
    expect(raise.map(({ rule }) => rule)).toContain('window_closed');
  });

  it('clears a flag that a larger budget has made untrue', () => {
    const policy = { ...POLICY, stageBudgets: { 'stage-interview': 30 } };
    const [gathered] = gatherFacts(rows({ searches: [search()], candidacies: [candidacy()] }), {
      ...CLOCKS,
      policyOf: () => policy,
    });
    if (!gathered) throw new Error('no facts');
    const assessment = assessSearch(gathered.facts, gathered.policy, NOW);

    const { clear } = planSweep({ ...gathered, assessment }, onRecord({}), NOW);

    expect(clear).toEqual([{ id: 'stage_overdue', reason: 'policy' }]);
  });

  it('clears a flag of a rule that this version does not have, running or on hold', () => {
    const unknown = onRecord({}).map((row) => ({ ...row, id: 'unknown', rule: 'of_tomorrow' as FlagRow['rule'] }));
    const held: Situation = { search: { status: 'on_hold' }, holds: [HOLD] };

    const cleared = { id: 'unknown', reason: 'closed' };
    expect(plan({}, unknown.slice(0, 1)).clear).toEqual([cleared]);
    expect(plan(held, unknown.slice(0, 1)).clear).toEqual([cleared]);
  });

  it('a hold suspends the working-day flags once and leaves the window alone', () => {
    const held: Situation = { search: { status: 'on_hold' }, holds: [HOLD] };

    const first = plan(held, onRecord({}));
    const again = plan(
      held,
      onRecord({}).map((row) => (row.rule === 'window_closing' ? row : { ...row, state: 'suspended' as const })),
    );

    expect(first).toMatchObject({ suspend: ['no_progress', 'stage_overdue'], clear: [], raise: [] });
    expect(again).toMatchObject({ suspend: [], clear: [], raise: [] });
  });

  it('resuming opens a suspended flag again', () => {
    const suspended = onRecord({}).map((row) => ({ ...row, state: 'suspended' as const }));

    expect(plan({}, suspended).raise.map(({ rule }) => rule)).toEqual([
      'no_progress',
      'window_closing',
      'stage_overdue',
    ]);
  });

  it('keeps two candidacies of one search apart', () => {
    const two = {
      candidacies: [candidacy(), candidacy({ candidacyId: 'candidacy-2', stageKey: 'm', windowKey: 'w' })],
    };

    const ended = plan({ candidacies: [candidacy()] }, onRecord(two));
    const added = plan(two, onRecord({ candidacies: [candidacy()] }));

    expect(ended.clear).toHaveLength(2);
    expect(added.raise.filter(({ subjectId }) => subjectId === 'candidacy-1')).toEqual([]);
    expect(added.raise.filter(({ subjectId }) => subjectId === 'candidacy-2')).toHaveLength(2);
  });
});

describe('when a sweep looks again', () => {
  it.each<[string, Situation, string, string | null]>([
    ['nothing stands: at the first deadline', {}, '2026-11-06T09:00:00Z', '2026-11-10T23:00:00.000Z'],
    [
      'a flag stands: at midnight in the office, to count the day',
      {},
      '2026-11-17T09:00:00Z',
      '2026-11-17T23:00:00.000Z',
    ],
    ['a deadline comes before that midnight', {}, '2026-11-13T09:00:00Z', '2026-11-13T17:00:00.000Z'],
    ['the search is closed: never', { search: { status: 'closed' } }, '2026-11-17T09:00:00Z', null],
  ])('%s', (_, situation, now, expected) => {
    expect(plan(situation, [], at(now)).nextCheckAt?.toISOString() ?? null).toBe(expected);
  });
});

describe('facts put together from rows', () => {
  it('gives each search its own people, holds, calendar and budgets', () => {
    const facts = gatherFacts(
      rows({
        searches: [search(), search({ searchId: 'search-2' })],
        candidacies: [
          candidacy({ stageId: 'stage-engaged' }),
          candidacy({ searchId: 'search-2', candidacyId: 'candidacy-2' }),
        ],
        holds: [{ ...HOLD, searchId: 'search-2' }],
      }),
      CLOCKS,
    ).map((gathered) => gathered.facts);

    expect(
      facts.map(({ candidacies, holds }) => [candidacies.map((c) => [c.stageKind, c.stageBudgetDays]), holds.length]),
    ).toEqual([
      [[['engaged', 3]], 0],
      [[['client_interview', 6]], 1],
    ]);
    expect(facts[0]?.calendar).toBe(facts[1]?.calendar);
  });

  it('searches for one client share one calendar of office and client; the other clients share the office', () => {
    const client = {
      clientId: 'client-1',
      version: 3,
      holidays: [{ date: localDate('2026-11-11'), name: 'Founders day' }],
    };
    const searches = ['client-1', 'client-1', 'client-2', 'client-3'].map((clientId, i) =>
      search({ searchId: `search-${i}`, clientId }),
    );

    const calendars = gatherFacts(rows({ searches }), { ...CLOCKS, clients: [client] }).map(
      ({ facts }) => facts.calendar,
    );

    expect(calendars[0]).toBe(calendars[1]);
    expect(calendars[2]).toBe(calendars[3]);
    expect(calendars.map((calendar) => calendar.client?.version)).toEqual([3, 3, undefined, undefined]);
  });

  it('an office or stage that does not exist is an error, not a guess', () => {
    expect(() => gatherFacts(rows({ searches: [search({ officeId: 'nowhere' })] }), CLOCKS)).toThrow('no office');
    const lost = rows({ searches: [search()], candidacies: [candidacy({ stageId: 'nowhere' })] });
    expect(() => gatherFacts(lost, CLOCKS)).toThrow('unknown stage');
  });
});
