import { DEFAULT_POLICY } from '@app/limits/limits.types.js';
import { STALL_RULE_NAMES } from './clocks.types.js';
import { STALL_RULES, stallRule } from './stall-rules.rules.js';

describe('the stall rules', () => {
  it('are one for each name', () => {
    expect(STALL_RULES.map(({ name }) => name).sort()).toEqual([...STALL_RULE_NAMES].sort());
  });

  it.each(STALL_RULE_NAMES)('say of %s what it means and what it compares with', (name) => {
    const { definition, ends, ways, limits, replacedBy } = stallRule(name);

    expect(definition).toMatch(/^An? [a-z].+\.$/);
    expect(limits === 'stage_budget' || limits.every((limit) => limit in DEFAULT_POLICY)).toBe(true);
    expect(ends).toMatch(/^It goes .+\.$/);
    expect(ways.length).toBeGreaterThan(0);
    expect(replacedBy).not.toBe(name);
  });
});
