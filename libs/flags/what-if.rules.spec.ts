import fc from 'fast-check';
import { budgetsAhead } from '@app/stages/budgets.rules.js';
import { DEFAULT_POLICY } from '@app/limits/limits.types.js';
import type { CandidacyFacts } from '@app/clocks/clocks.types.js';
import type { StageKind } from '@app/stages/stages.types.js';
import type { OfficeCalendar } from '@app/platform/time/working-calendar.js';
import { localDate } from '@app/platform/time/local-date.js';
import { whatIf, whatIfRefusal } from './what-if.rules.js';
import type { SearchClocks, StageRow } from '@app/stalls/stalls.types.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 300);
const at = (moment: string) => new Date(moment);
/** Friday noon in Berlin */
const NOW = at('2026-11-20T11:00:00Z');
const berlin: OfficeCalendar = { zone: 'Europe/Berlin', workingDays: [1, 2, 3, 4, 5], holidays: [], version: 1 };

const stage = (id: string, kind: StageKind, budgetDays: number | null): StageRow => ({
  id,
  kind,
  label: `Stage ${id}`,
  budgetDays,
});
const STAGES: readonly StageRow[] = [
  stage('sourced', 'sourcing', null),
  stage('contacted', 'engaged', 3),
  stage('assessed', 'assessed', 3),
  stage('presented', 'presented', 3),
  stage('first', 'client_interview', 4),
  stage('second', 'client_interview', 3),
  stage('finalist', 'finalist', 2),
  stage('offer', 'offer', 2),
  stage('placed', 'placed', null),
];

function inStage(id: string, stageId: string, since: string, windowOpenedAt: string | null = null) {
  const row = STAGES.find((one) => one.id === stageId) ?? STAGES[0];
  const facts: CandidacyFacts = {
    ...aCandidacy,
    candidacyId: id,
    stageKind: row?.kind ?? 'sourcing',
    stageLabel: row?.label ?? '',
    stageBudgetDays: row?.budgetDays ?? null,
    budgetAheadDays: budgetsAhead(STAGES)[STAGES.findIndex((one) => one.id === stageId)] ?? 0,
    stageSince: at(since),
    stageKey: `move of ${id}`,
    windowOpenedAt: windowOpenedAt === null ? null : at(windowOpenedAt),
    windowKey: windowOpenedAt === null ? null : `call of ${id}`,
  };
  return { facts, stageId };
}
const aCandidacy = {
  candidateRef: null,
  offerExtendedAt: null,
  clientTurnKey: null,
  clientTurnAt: null,
  presentedAt: null,
};

/** Progress on Thursday; nothing else happens. */
function aSearch(people: readonly ReturnType<typeof inStage>[]): SearchClocks {
  return {
    facts: {
      searchId: 'search',
      searchRef: null,
      status: 'open',
      episodeOpenedAt: at('2026-10-05T08:00:00Z'),
      reopened: false,
      episodeId: 'episode',
      targetDate: null,
      decisionMakerKey: 'call',
      decisionMakerAt: at('2026-11-19T09:00:00Z'),
      arrivals: { presentedAndGone: 3, presentedKey: null, assessedKey: null },
      offers: [],
      wholeBudgetDays: 20,
      moreInSourcing: 0,
      progressKey: 'progress',
      lastProgressAt: at('2026-11-19T09:00:00Z'),
      calendar: berlin,
      holds: [],
      candidacies: people.map(({ facts }) => facts),
    },
    policy: { ...DEFAULT_POLICY, thinPipelineSize: 0 },
    stages: STAGES,
    stageOf: new Map(people.map(({ facts, stageId }) => [facts.candidacyId, stageId])),
  };
}

const changesOf = (search: SearchClocks, changes: Parameters<typeof whatIf>[1]) =>
  whatIf(search, changes, NOW)
    .flags.filter(({ change }) => change !== 'stays')
    .map(({ rule, change }) => `${rule} ${change}`);

describe('what if', () => {
  it.each([
    ['of the search', 35, {}, 35],
    ['supposed, where it is longer', 28, { windowCloseDay: 40 }, 40],
  ])('looks as far ahead as a market window %s', (_, windowCloseDay, limits, days) => {
    const search = aSearch([inStage('anna', 'presented', '2026-11-19T09:00:00Z')]);

    const { horizonDays } = whatIf({ ...search, policy: { ...search.policy, windowCloseDay } }, { limits }, NOW);

    expect(horizonDays).toBe(days);
  });

  it('a budget is longer: the flag comes that many working days later', () => {
    const search = aSearch([inStage('anna', 'presented', '2026-11-19T09:00:00Z')]);

    const { flags } = whatIf(search, { stageBudgets: { presented: 5 } }, NOW);

    expect(flags.find(({ rule }) => rule === 'stage_overdue')).toMatchObject({
      change: 'moves',
      before: { from: at('2026-11-24T17:00:00Z') },
      after: { from: at('2026-11-26T17:00:00Z') },
    });
  });

  it('a budget is shorter: a flag that was to come stands now, and the health with it', () => {
    const search = aSearch([inStage('anna', 'presented', '2026-11-17T09:00:00Z')]);

    const { health } = whatIf(search, { stageBudgets: { presented: 1 } }, NOW);

    expect(health).toEqual({ before: 'on_track', after: 'stalled' });
  });

  it('two interviews are one: a window that would be lost is kept', () => {
    const search = aSearch([inStage('anna', 'first', '2026-11-19T09:00:00Z', '2026-11-05T09:00:00Z')]);

    const { windows, stages } = whatIf(search, { merge: { stageId: 'first', laterStageId: 'second' } }, NOW);

    expect(windows).toEqual([
      {
        candidacyId: 'anna',
        // day 28 is Thu 3 Dec: 4, 3 and 2 working days from Thursday end on Wed 2 Dec, 4 and 2 on Fri 27 Nov
        before: {
          candidacyId: 'anna',
          closesAt: at('2026-12-02T23:00:00Z'),
          offerAt: at('2026-12-02T17:00:00Z'),
          kept: true,
        },
        after: {
          candidacyId: 'anna',
          closesAt: at('2026-12-02T23:00:00Z'),
          offerAt: at('2026-11-27T17:00:00Z'),
          kept: true,
        },
      },
    ]);
    expect(stages.map(({ id }) => id)).not.toContain('second');
  });

  it('whoever stands in the later of two merged stages is held to the budget of the first', () => {
    const search = aSearch([inStage('anna', 'second', '2026-11-19T09:00:00Z')]);

    const { flags } = whatIf(search, { merge: { stageId: 'first', laterStageId: 'second' } }, NOW);

    expect(flags.find(({ rule }) => rule === 'stage_overdue')).toMatchObject({
      before: { from: at('2026-11-24T17:00:00Z') },
      after: { from: at('2026-11-25T17:00:00Z') },
    });
  });

  it('an offer goes out in time: the closing window closes no more', () => {
    const search = aSearch([inStage('anna', 'finalist', '2026-11-19T09:00:00Z', '2026-10-26T09:00:00Z')]);

    const { flags, windows } = whatIf(search, { offers: [{ candidacyId: 'anna', on: localDate('2026-11-20') }] }, NOW);

    expect(flags.find(({ rule }) => rule === 'window_closed')).toMatchObject({ change: 'disappears' });
    expect(flags.find(({ rule }) => rule === 'pace')).toMatchObject({ after: { until: at('2026-11-20T17:00:00Z') } });
    expect(flags.find(({ rule }) => rule === 'window_closing')).toMatchObject({
      change: 'moves',
      after: { until: at('2026-11-20T17:00:00Z') },
    });
    expect(windows[0]).toMatchObject({ before: { kept: false }, after: { kept: true } });
  });

  it('the client answers: nobody-moved starts anew from that day', () => {
    const search = aSearch([inStage('anna', 'presented', '2026-11-19T09:00:00Z')]);

    const { flags } = whatIf(search, { clientAnswers: [{ candidacyId: 'anna', on: localDate('2026-11-24') }] }, NOW);

    expect(flags.find(({ rule }) => rule === 'no_progress')).toMatchObject({
      change: 'moves',
      before: { from: at('2026-11-26T17:00:00Z') },
      after: { from: at('2026-12-01T17:00:00Z') },
    });
  });

  it('a limit is looser: the search stalls later', () => {
    const search = aSearch([inStage('anna', 'contacted', '2026-11-19T09:00:00Z')]);

    expect(changesOf(search, { limits: { noProgressDays: 7 } })).toEqual(['no_progress moves']);
  });

  it.each([
    ['an unknown stage', { stageBudgets: { nowhere: 3 } }, 'no such stage'],
    ['a merge backwards', { merge: { stageId: 'second', laterStageId: 'first' } }, 'an earlier one'],
    ['a merge with itself', { merge: { stageId: 'first', laterStageId: 'first' } }, 'an earlier one'],
    ['somebody else', { offers: [{ candidacyId: 'bert', on: localDate('2026-11-30') }] }, 'not live'],
    ['yesterday', { clientAnswers: [{ candidacyId: 'anna', on: localDate('2026-11-19') }] }, 'today or later'],
  ])('%s is refused with a sentence', (_, changes, sentence) => {
    const search = aSearch([inStage('anna', 'first', '2026-11-19T09:00:00Z')]);

    expect(whatIfRefusal(search, changes, NOW)).toContain(sentence);
  });

  it('what can be supposed is not refused', () => {
    const search = aSearch([inStage('anna', 'first', '2026-11-19T09:00:00Z')]);
    const changes = {
      stageBudgets: { first: 2 },
      merge: { stageId: 'first', laterStageId: 'second' },
      offers: [{ candidacyId: 'anna', on: localDate('2026-11-20') }],
    };

    expect(whatIfRefusal(search, changes, NOW)).toBeNull();
  });
});

const moments = fc.integer({ min: Date.UTC(2026, 8, 1), max: NOW.getTime() }).map((ms) => new Date(ms).toISOString());
const people = fc
  .array(
    fc.record({
      stageId: fc.constantFrom(...STAGES.map(({ id }) => id)),
      since: moments,
      window: fc.option(moments, { nil: null }),
    }),
    { maxLength: 6 },
  )
  .map((rows) => rows.map(({ stageId, since, window }, i) => inStage(`person ${i}`, stageId, since, window)));

describe('for any search', () => {
  it('no change in, no change out', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { flags, windows, health } = whatIf(aSearch(all), {}, NOW);

        expect(flags.filter(({ change }) => change !== 'stays')).toEqual([]);
        expect(windows.filter(({ before, after }) => before.kept !== after.kept)).toEqual([]);
        expect(health.after).toBe(health.before);
      }),
      { numRuns },
    );
  });

  it('a longer budget never adds a flag that somebody is overdue in their stage', () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(...STAGES.filter(({ budgetDays }) => budgetDays !== null)),
        fc.integer({ min: 0, max: 20 }),
        (all, { id, budgetDays }, more) => {
          const { flags } = whatIf(aSearch(all), { stageBudgets: { [id]: (budgetDays ?? 0) + more } }, NOW);

          const overdue = flags.filter(({ rule }) => rule === 'stage_overdue');
          expect(overdue.filter(({ change }) => change === 'appears')).toEqual([]);
          for (const { before, after } of overdue) {
            const [stalled, stillStalled] = [before?.stalledFrom, after?.stalledFrom];
            if (stillStalled) expect(stillStalled.getTime()).toBeGreaterThanOrEqual(stalled?.getTime() ?? Infinity);
          }
        },
      ),
      { numRuns },
    );
  });

  it('a shorter budget never loses a window', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...STAGES.filter(({ budgetDays }) => budgetDays !== null)), (all, { id }) => {
        const { windows } = whatIf(aSearch(all), { stageBudgets: { [id]: 1 } }, NOW);

        expect(windows.filter(({ before, after }) => before.kept && !after.kept)).toEqual([]);
      }),
      { numRuns },
    );
  });
});
