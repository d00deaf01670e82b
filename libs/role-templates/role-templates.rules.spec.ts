import { localDate } from '@app/platform/time/local-date.js';
import { reference, referencePrefix, ROLE_TEMPLATES, roleTemplate } from './role-templates.rules.js';
import { CRITERION_KINDS, ROLE_KEYS } from './role-templates.types.js';

describe('the role templates', () => {
  it('are there for every role, in the order a person picks from', () => {
    expect(ROLE_TEMPLATES.map(({ key }) => key)).toEqual([...ROLE_KEYS]);
  });

  it('have titles and references of their own', () => {
    const prefixes = ROLE_KEYS.map((key) => referencePrefix(key, localDate('2026-06-01')));

    expect(new Set(ROLE_TEMPLATES.map(({ title }) => title)).size).toBe(ROLE_KEYS.length);
    expect(new Set(prefixes).size).toBe(ROLE_KEYS.length);
  });

  it.each([...ROLE_KEYS])('%s starts with a brief that covers every side of the work, must-haves first', (key) => {
    const { criteria } = roleTemplate(key);

    expect(criteria.length).toBeGreaterThanOrEqual(6);
    expect(criteria.length).toBeLessThanOrEqual(9);
    expect(new Set(criteria.map(({ kind }) => kind))).toEqual(new Set(CRITERION_KINDS));
    expect(new Set(criteria.map(({ text }) => text)).size).toBe(criteria.length);
    expect(criteria.findLastIndex(({ mustHave }) => mustHave)).toBeLessThan(
      criteria.findIndex(({ mustHave }) => !mustHave),
    );
  });
});

describe('a reference', () => {
  it.each([
    [[0, 0, 0, 0], 'CAIO-2026-2222'],
    [[5, 15, 19, 2], 'CAIO-2026-7KQ4'],
    [[26, 26, 26, 26], 'CAIO-2026-ZZZZ'],
  ])('drawn as %j is %s', (drawn, expected) => {
    const signs = [...drawn];

    expect(reference(referencePrefix('chief_ai_officer', localDate('2026-11-21')), () => signs.shift() ?? 0)).toBe(
      expected,
    );
  });
});
