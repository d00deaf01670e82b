import type { WhatIf } from '../../../lib/answers';
import { isNothing, mergeChoices, NOTHING_SUPPOSED, set, summaryOf, toChanges } from './what-if-changes';

describe('what is set on the what-if panel', () => {
  it('is no change when it equals what holds', () => {
    const budgets = set(set({}, 'a', 5, 3), 'a', 3, 3);

    expect(budgets).toEqual({});
    expect(isNothing({ ...NOTHING_SUPPOSED, budgets })).toBe(true);
  });

  it('is sent as the changes it means', () => {
    const changes = toChanges({
      budgets: { a: 5 },
      limits: {},
      merge: 'a b',
      supposed: [
        { kind: 'offer', candidacyId: 'c', on: '2026-11-30' },
        { kind: 'answer', candidacyId: 'd', on: '2026-11-25' },
      ],
    });

    expect(changes).toEqual({
      stageBudgets: { a: 5 },
      merge: { stageId: 'a', laterStageId: 'b' },
      offers: [{ candidacyId: 'c', on: '2026-11-30' }],
      clientAnswers: [{ candidacyId: 'd', on: '2026-11-25' }],
    });
  });

  it('offers neighbours with a budget for merging', () => {
    const stage = (stageId: string, value: number | null) => ({
      stageId,
      label: stageId.toUpperCase(),
      value,
      origin: 'share' as const,
      wider: null,
      settable: value !== null,
    });

    expect(mergeChoices([stage('a', null), stage('b', 3), stage('c', 6), stage('d', 2)])).toEqual([
      { value: 'b c', label: 'B and C in one step' },
      { value: 'c d', label: 'C and D in one step' },
    ]);
  });

  it.each<[string, WhatIf['flags'][number]['change'][]]>([
    ['No flag changes', ['stays', 'stays']],
    ['1 flag disappears', ['disappears', 'stays']],
    ['2 flags disappear, 1 moves, 1 appears', ['appears', 'disappears', 'moves', 'disappears']],
    ['2 flags move', ['moves', 'moves']],
  ])('says in one line: %s', (line, changes) => {
    const flags = changes.map((change) => ({
      rule: 'no_progress' as const,
      candidacyId: null,
      change,
      before: null,
      after: null,
    }));

    expect(summaryOf(flags)).toBe(line);
  });
});
