import { DEFAULT_POLICY } from './limits.types.js';
import { policyLookup } from './limits.rules.js';
import type { PolicyLayer } from './limits.types.js';

const LAYERS: readonly PolicyLayer[] = [
  { scope: 'search', scopeKey: 's1', settings: { noProgressDays: 2, stageBudgets: { b: 9 } }, version: 1 },
  {
    scope: 'firm',
    scopeKey: '',
    settings: { noProgressDays: 7, slateSize: 5, stageBudgets: { a: 4, b: 5 } },
    version: 3,
  },
  { scope: 'role', scopeKey: 'caio', settings: { slateSize: 4 }, version: 2 },
];

describe('the policy of a search', () => {
  const policyOf = policyLookup(LAYERS);

  it('is the default for a firm that has said nothing', () => {
    expect(policyLookup([])({ searchId: 's1', roleKey: 'caio' })).toEqual(DEFAULT_POLICY);
  });

  it.each([
    // search, role, no progress days, slate size, budgets, version
    ['s1', 'caio', 2, 4, { a: 4, b: 9 }, 7],
    ['s2', 'caio', 7, 4, { a: 4, b: 5 }, 6],
    ['s2', 'vp_mlops', 7, 5, { a: 4, b: 5 }, 4],
  ])('of %s in role %s takes each setting from the narrowest layer that has it', (searchId, roleKey, ...wanted) => {
    const { noProgressDays, slateSize, stageBudgets, version } = policyOf({ searchId, roleKey });

    expect([noProgressDays, slateSize, stageBudgets, version]).toEqual(wanted);
  });

  it('is one object for searches with the same layers', () => {
    expect(policyOf({ searchId: 's2', roleKey: 'caio' })).toBe(policyOf({ searchId: 's3', roleKey: 'caio' }));
  });
});
