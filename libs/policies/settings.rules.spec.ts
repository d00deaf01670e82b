import { DEFAULT_POLICY } from '@app/limits/limits.types.js';
import type { PolicyLayer } from '@app/limits/limits.types.js';
import { explainBudgets } from './explain.rules.js';
import type { PolicyStage } from './policies.types.js';
import { edited, editRefusals, inWords, orderRefusals, POLICY_FIELDS } from './settings.rules.js';

const STAGES = [
  { id: 'a', label: 'Sourced', settable: false },
  { id: 'b', label: 'Presented', settable: true },
];

describe('the limits', () => {
  it('are all described, and nothing else is', () => {
    const { stageBudgets: _, version: __, ...limits } = DEFAULT_POLICY;

    expect(POLICY_FIELDS.map(({ key }) => key).sort()).toEqual(Object.keys(limits).sort());
  });

  it('keep their own rules by default', () => {
    expect(orderRefusals(DEFAULT_POLICY, { ...DEFAULT_POLICY })).toEqual([]);
    expect(editRefusals({ ...DEFAULT_POLICY, stageBudgets: {}, version: undefined }, STAGES)).toEqual([
      { field: 'version', message: 'There is no setting “version”.' },
    ]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['the least and the most', { noProgressDays: 1, offerPendingDays: 250, slateSize: 50 }, []],
    ['one below', { noProgressDays: 0 }, ['noProgressDays']],
    ['one above', { offerPendingDays: 251, slateSize: 51 }, ['offerPendingDays', 'slateSize']],
    ['no number', { slateDay: NaN, slateSize: 'three' }, ['slateDay', 'slateSize']],
    ['nothing at all', { slateDay: null, stageBudgets: null }, []],
    ['budgets', { stageBudgets: { b: 4 } }, []],
    ['budgets taken back', { stageBudgets: { a: null, b: null } }, []],
    ['a budget outside of the window', { stageBudgets: { a: 4 } }, ['stageBudgets.a']],
    ['a budget too long', { stageBudgets: { b: 251 } }, ['stageBudgets.b']],
    ['a budget for no stage', { stageBudgets: { c: 4 } }, ['stageBudgets.c']],
    ['what every object has', { toString: 5, constructor: 5 }, ['toString', 'constructor']],
  ])('given %s', (_, given, fields) => {
    expect(editRefusals(given, STAGES).map(({ field }) => field)).toEqual(fields);
  });

  it('change one by one, and a layer forgets what is taken back', () => {
    const layer = { noProgressDays: 4, slateSize: 2, stageBudgets: { b: 5, c: 6 } };

    expect(edited(layer, { noProgressDays: 7, slateSize: null, stageBudgets: { b: null } })).toEqual({
      noProgressDays: 7,
      stageBudgets: { c: 6 },
    });
    expect(edited(layer, { stageBudgets: { b: null, c: null } })).toEqual({ noProgressDays: 4, slateSize: 2 });
  });

  it('are said with what they count', () => {
    expect([
      inWords('working_days', 1),
      inWords('people', 3),
      inWords('window_day', 21),
      inWords('yes_no', true),
    ]).toEqual(['1 working day', '3 people', 'day 21', 'yes']);
  });
});

describe('the budget of a stage', () => {
  const stages: PolicyStage[] = [
    { id: 'a', label: 'Sourced', kind: 'sourcing', budgetDays: 3 },
    { id: 'b', label: 'Presented', kind: 'presented', budgetDays: 7 },
    { id: 'c', label: 'Interviews', kind: 'client_interview', budgetDays: null },
  ];
  const layer = (scope: PolicyLayer['scope'], stageBudgets: Record<string, number>): PolicyLayer => ({
    scope,
    scopeKey: '',
    settings: { stageBudgets },
    version: 1,
  });
  const told = (layers: PolicyLayer[]) =>
    explainBudgets(layers, stages).map(({ value, origin, wider }) => [value, origin, wider?.value, wider?.origin]);

  it('comes from the narrowest layer, then from the stage, then from the window', () => {
    const [sourced, presented, interviews] = told([]);

    expect(sourced?.[0]).toBeNull();
    expect(presented).toEqual([7, 'stage', undefined, undefined]);
    expect(interviews?.[1]).toBe('share');
    expect(told([layer('firm', { b: 9 }), layer('role', { c: 4 }), layer('search', { b: 2 })]).slice(1)).toEqual([
      [2, 'search', 9, 'firm'],
      [4, 'role', expect.any(Number), 'share'],
    ]);
  });
});
