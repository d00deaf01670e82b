import type { Severity } from '@app/vocabulary/vocabulary.types.js';
import { assessSearch, healthOf } from './assess.rules.js';
import { stageBudgets } from '@app/stages/budgets.rules.js';
import { DEFAULT_POLICY } from '@app/limits/limits.types.js';
import { aCandidacy, aSearch, at, berlin } from '../../test/lib/facts.js';
import type { CandidacyFacts, FlagDecision, SearchFacts } from './clocks.types.js';
import type { StageKind } from '@app/stages/stages.types.js';

/** The rules on slate, pipeline and decision maker have tests of their own. */
const POLICY = { ...DEFAULT_POLICY, slateSize: 0, thinPipelineSize: 0, decisionMakerDays: 900 };

const assess = (facts: SearchFacts, moment: string) => assessSearch(facts, POLICY, at(moment));
const flagOf = (facts: SearchFacts, moment: string, rule: string): FlagDecision | undefined =>
  assess(facts, moment).flags.find((flag) => flag.rule === rule);

describe('no progress', () => {
  it.each<[string, Partial<SearchFacts>, string, boolean]>([
    ['a minute before the fifth working day ends', {}, '2026-11-12T16:59:00Z', false],
    ['at the end of the fifth working day', {}, '2026-11-12T17:00:00Z', true],
    ['a year later', {}, '2027-11-12T17:00:00Z', true],
    [
      'after five days while everybody is in sourcing',
      { candidacies: [aCandidacy({ stageKind: 'sourcing' })] },
      '2026-11-12T17:00:00Z',
      false,
    ],
    [
      'after ten days while everybody is in sourcing',
      { candidacies: [aCandidacy({ stageKind: 'sourcing' })] },
      '2026-11-19T17:00:00Z',
      true,
    ],
    ['after five days with nobody in the search', { candidacies: [] }, '2026-11-12T17:00:00Z', false],
    ['after ten days with nobody in the search', { candidacies: [] }, '2026-11-19T17:00:00Z', true],
    [
      'while the search is on hold',
      { status: 'on_hold', holds: [{ from: at('2026-11-10T09:00:00Z'), to: null }] },
      '2026-11-30T17:00:00Z',
      false,
    ],
    [
      'two days later when it was on hold for two',
      { holds: [{ from: at('2026-11-09T09:00:00Z'), to: at('2026-11-11T09:00:00Z') }] },
      '2026-11-16T16:59:00Z',
      false,
    ],
    [
      'at the deadline moved by the hold',
      { holds: [{ from: at('2026-11-09T09:00:00Z'), to: at('2026-11-11T09:00:00Z') }] },
      '2026-11-16T17:00:00Z',
      true,
    ],
    ['in a draft', { status: 'draft' }, '2026-11-30T17:00:00Z', false],
    ['in a placed search', { status: 'placed' }, '2026-11-30T17:00:00Z', false],
    ['in a closed search', { status: 'closed' }, '2026-11-30T17:00:00Z', false],
    ['with an offer out and nobody moving', { status: 'offer' }, '2026-11-30T17:00:00Z', true],
    [
      'counted from a reopening, not from the progress before it',
      { episodeOpenedAt: at('2026-11-16T09:00:00Z') },
      '2026-11-20T17:00:00Z',
      false,
    ],
  ])('%s', (_, over, moment, raised) => {
    expect(flagOf(aSearch(over), moment, 'no_progress') !== undefined).toBe(raised);
  });

  it('carries its episode, the numbers and where the deadline comes from', () => {
    const flag = flagOf(aSearch(), '2026-11-13T08:00:00Z', 'no_progress');

    expect(flag).toMatchObject({
      severity: 'stalled',
      subjectType: 'search',
      subjectId: 'search-1',
      candidateRef: null,
      episodeKey: 'fact-12',
      since: at('2026-11-05T09:00:00Z'),
      deadline: at('2026-11-12T17:00:00Z'),
      basis: { localDate: '2026-11-05', zone: 'Europe/Berlin', calendarVersion: 4, policyVersion: 1, workingDays: 5 },
      evidence: { workingDays: 6, limit: 5, activeCandidacies: 1, furthestStage: 'client_interview' },
    });
  });

  it('says since when and against which limit', () => {
    expect(flagOf(aSearch(), '2026-11-13T08:00:00Z', 'no_progress')?.sentence).toBe(
      'No movement since Thu 5 Nov (6 working days, limit 5)',
    );
    expect(flagOf(aSearch({ lastProgressAt: null }), '2026-11-13T08:00:00Z', 'no_progress')?.sentence).toBe(
      'No movement since the search opened on Mon 5 Oct (29 working days, limit 5)',
    );
  });

  it.each<[string, string[], StageKind, string]>([
    [
      'two finalists',
      ['2026-10-19', '2026-10-21'],
      'finalist',
      "two finalists' windows close on Mon 16 and Wed 18 Nov",
    ],
    ['one finalist', ['2026-10-21'], 'finalist', "a finalist's window closes on Wed 18 Nov"],
    ['one date', ['2026-10-21', '2026-10-21'], 'finalist', "two finalists' windows close on Wed 18 Nov"],
    ['an interview', ['2026-10-21'], 'client_interview', "a late-stage candidate's window closes on Wed 18 Nov"],
    [
      'many dates',
      ['2026-10-17', '2026-10-18', '2026-10-19', '2026-10-21'],
      'finalist',
      "four finalists' windows close from Sat 14 to Wed 18 Nov",
    ],
  ])('names the windows about to close: %s', (_, opened, stageKind, clause) => {
    const candidacies = opened.map((date) => aCandidacy({ stageKind, windowOpenedAt: at(`${date}T10:00:00Z`) }));

    expect(flagOf(aSearch({ candidacies }), '2026-11-13T08:00:00Z', 'no_progress')?.sentence).toBe(
      `No movement since Thu 5 Nov; ${clause}`,
    );
  });

  it('names both months when the windows close in two', () => {
    const candidacies = ['2026-11-02', '2026-11-04'].map((date) =>
      aCandidacy({ stageKind: 'finalist', windowOpenedAt: at(`${date}T10:00:00Z`) }),
    );

    expect(flagOf(aSearch({ candidacies }), '2026-11-26T08:00:00Z', 'no_progress')?.sentence).toBe(
      "No movement since Thu 5 Nov; two finalists' windows close on Mon 30 Nov and Wed 2 Dec",
    );
  });

  it('asks for the step that the furthest candidacy needs', () => {
    const candidacies = [
      aCandidacy({ stageKind: 'sourcing' }),
      aCandidacy({ stageKind: 'presented', clientTurnKey: 'move-7' }),
    ];

    expect(flagOf(aSearch({ candidacies }), '2026-11-13T08:00:00Z', 'no_progress')?.nextStep).toBe(
      'Ring the client and agree who they will interview, and when.',
    );
    expect(flagOf(aSearch({ candidacies: [] }), '2026-11-30T08:00:00Z', 'no_progress')?.nextStep).toBe(
      'Add people to the search and make the first calls this week.',
    );
  });
});

describe('a stage over its budget', () => {
  const inBudget = (over: Partial<CandidacyFacts> = {}) =>
    aSearch({ candidacies: [aCandidacy({ stageBudgetDays: 4, clientTurnKey: 'move-7', ...over })] });

  it.each<[string, Partial<CandidacyFacts>, string, Severity | null]>([
    ['inside the budget', {}, '2026-11-06T16:59:00Z', null],
    ['used up', {}, '2026-11-06T17:00:00Z', 'watch'],
    ['just before twice the budget', {}, '2026-11-12T16:59:00Z', 'watch'],
    ['at twice the budget', {}, '2026-11-12T17:00:00Z', 'stalled'],
    ['a stage without a budget', { stageBudgetDays: null }, '2026-12-24T17:00:00Z', null],
    ['sourcing has none', { stageKind: 'sourcing' }, '2026-12-24T17:00:00Z', null],
    ['placed has none', { stageKind: 'placed' }, '2026-12-24T17:00:00Z', null],
  ])('%s', (_, over, moment, severity) => {
    expect(flagOf(inBudget(over), moment, 'stage_overdue')?.severity ?? null).toBe(severity);
  });

  it('is one flag per candidacy, with its own episode and the deadline it passed', () => {
    const watch = flagOf(inBudget(), '2026-11-11T17:00:00Z', 'stage_overdue');
    const stalled = flagOf(inBudget(), '2026-11-13T17:00:00Z', 'stage_overdue');

    expect(watch).toMatchObject({
      subjectType: 'candidacy',
      subjectId: 'candidacy-1',
      candidateRef: 'C-1',
      episodeKey: 'move-7',
      since: at('2026-11-02T09:00:00Z'),
      deadline: at('2026-11-06T17:00:00Z'),
      sentence: 'In Client interview since Mon 2 Nov (7 working days, budget 4)',
      nextStep: 'Ask the client for interview feedback and fix the next date.',
    });
    expect(stalled).toMatchObject({ deadline: at('2026-11-12T17:00:00Z'), basis: { workingDays: 8 } });
  });

  it('says one working day, not one working days', () => {
    const facts = inBudget({ stageBudgetDays: 1, stageLabel: 'Presented' });

    expect(flagOf(facts, '2026-11-03T17:00:00Z', 'stage_overdue')?.sentence).toBe(
      'In Presented since Mon 2 Nov (1 working day, budget 1)',
    );
  });
});

describe('a market window', () => {
  const withWindow = (over: Partial<CandidacyFacts> = {}, search: Partial<SearchFacts> = {}) =>
    aSearch({ candidacies: [aCandidacy({ windowOpenedAt: at('2026-10-21T10:00:00Z'), ...over })], ...search });
  const rules = (facts: SearchFacts, moment: string) =>
    assess(facts, moment).flags.flatMap(({ rule, subjectType }) => (subjectType === 'candidacy' ? [rule] : []));

  it.each<[string, Partial<CandidacyFacts>, string, string[]]>([
    ['is quiet on day 20', {}, '2026-11-10T22:59:00Z', []],
    ['is watched from the first minute of day 21', {}, '2026-11-10T23:00:00Z', ['window_closing']],
    ['is watched to the end of day 27', {}, '2026-11-17T22:59:00Z', ['window_closing']],
    ['is closed from the first minute of day 28', {}, '2026-11-17T23:00:00Z', ['window_closed']],
    ['stays closed', {}, '2027-01-17T23:00:00Z', ['window_closed']],
    ['ends with the first offer', { offerExtendedAt: at('2026-11-09T10:00:00Z') }, '2026-11-20T10:00:00Z', []],
    ['has not begun before the first contact', { windowOpenedAt: null }, '2026-11-20T10:00:00Z', []],
  ])('%s', (_, over, moment, expected) => {
    expect(rules(withWindow(over), moment)).toEqual(expected);
  });

  it.each([
    ['not yet', '2026-11-11T04:59:00Z', []],
    ['just', '2026-11-11T05:00:00Z', ['window_closing']],
  ])('counts midnights of the office: %s', (_, moment, expected) => {
    const facts = withWindow({}, { calendar: { ...berlin, zone: 'America/New_York' } });

    expect(rules(facts, moment)).toEqual(expected);
  });

  it('runs on while the search is on hold', () => {
    const facts = withWindow({}, { status: 'on_hold', holds: [{ from: at('2026-10-30T09:00:00Z'), to: null }] });

    const assessment = assess(facts, '2026-11-18T09:00:00Z');

    expect(assessment.flags.map(({ rule }) => rule)).toEqual(['window_closed']);
    expect(assessment.health).toBe('on_hold');
  });

  it.each([
    ['2026-11-12T09:00:00Z', 'Window closes Wed 18 Nov (day 22 of 28), no offer yet'],
    ['2026-11-18T09:00:00Z', 'Window closed Wed 18 Nov without an offer (day 28 of 28)'],
    ['2026-11-19T09:00:00Z', 'Window closed 1 day ago (Wed 18 Nov) without an offer'],
    ['2026-11-21T09:00:00Z', 'Window closed 3 days ago (Wed 18 Nov) without an offer'],
  ])('at %s says: %s', (moment, sentence) => {
    expect(assess(withWindow(), moment).flags.find(({ rule }) => rule.startsWith('window'))?.sentence).toBe(sentence);
  });

  it('carries the sequence of the window, its opening and its numbers', () => {
    expect(flagOf(withWindow(), '2026-11-12T09:00:00Z', 'window_closing')).toMatchObject({
      episodeKey: 'move-2',
      since: at('2026-10-21T10:00:00Z'),
      deadline: at('2026-11-10T23:00:00Z'),
      basis: { localDate: '2026-10-21', zone: 'Europe/Berlin', calendarDays: 21, policyVersion: 1 },
      evidence: { day: 22, closeDay: 28, closesAt: '2026-11-17T23:00:00.000Z' },
    });
  });
});

describe('the next check', () => {
  it('is the first moment at which something changes by itself', () => {
    const facts = aSearch({
      candidacies: [aCandidacy({ stageBudgetDays: 4, windowOpenedAt: at('2026-10-21T10:00:00Z') })],
    });
    const visits: (string | undefined)[] = [];

    let next = assess(facts, '2026-11-05T10:00:00Z').nextCheckAt;
    while (next) {
      visits.push(next.toISOString());
      next = assessSearch(facts, DEFAULT_POLICY, next).nextCheckAt;
    }

    expect(visits).toEqual([
      '2026-11-06T17:00:00.000Z', // budget used up
      '2026-11-10T23:00:00.000Z', // day 21
      '2026-11-12T17:00:00.000Z', // twice the budget, and no progress
      '2026-11-17T23:00:00.000Z', // day 28
    ]);
  });

  it('is never for a closed search, nor for one on hold without windows', () => {
    expect(assess(aSearch({ status: 'closed' }), '2026-11-05T10:00:00Z').nextCheckAt).toBeNull();
    expect(
      assess(
        aSearch({ status: 'on_hold', holds: [{ from: at('2026-11-05T08:00:00Z'), to: null }] }),
        '2026-11-06T10:00:00Z',
      ).nextCheckAt,
    ).toBeNull();
  });
});

describe('health', () => {
  it.each<[string, Parameters<typeof healthOf>, string]>([
    ['nothing open', ['open', []], 'on_track'],
    ['something to watch', ['open', [{ severity: 'watch' }]], 'at_risk'],
    ['something stalled', ['open', [{ severity: 'watch' }, { severity: 'stalled' }]], 'stalled'],
    ['on hold, whatever is open', ['on_hold', [{ severity: 'stalled' }]], 'on_hold'],
  ])('%s', (_, args, health) => {
    expect(healthOf(...args)).toBe(health);
  });

  it('the day of a search is 0 when it opens and grows at midnight in the office', () => {
    const facts = aSearch({ episodeOpenedAt: at('2026-10-05T21:00:00Z') });

    expect(assess(facts, '2026-10-05T21:59:00Z').day).toBe(0);
    expect(assess(facts, '2026-10-05T22:00:00Z').day).toBe(1);
    expect(assess(facts, '2026-11-13T08:00:00Z').day).toBe(39);
  });
});

describe('stage budgets', () => {
  const template = (...kinds: StageKind[]) => kinds.map((kind) => ({ kind, budgetDays: null }));

  it('split the 20 working days of the window over the stages that lie in it', () => {
    expect(
      stageBudgets(
        template('sourcing', 'engaged', 'assessed', 'presented', 'client_interview', 'finalist', 'offer', 'placed'),
      ),
    ).toEqual([null, 3, 3, 3, 6, 3, 2, null]);
  });

  it('stages of one kind share its days, and missing kinds leave theirs to the others', () => {
    expect(
      stageBudgets(
        template('engaged', 'assessed', 'presented', 'client_interview', 'client_interview', 'finalist', 'offer'),
      ),
    ).toEqual([3, 3, 3, 3, 3, 3, 2]);
    expect(stageBudgets(template('engaged', 'presented', 'offer'))).toEqual([8, 7, 5]);
  });

  it('what the firm typed in stands', () => {
    expect(stageBudgets([{ kind: 'engaged', budgetDays: 9 }, ...template('client_interview')])).toEqual([9, 13]);
  });

  it('a template without such stages has no budgets', () => {
    expect(stageBudgets(template('sourcing', 'placed'))).toEqual([null, null]);
    expect(stageBudgets([])).toEqual([]);
  });
});
