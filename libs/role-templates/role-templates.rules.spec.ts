import fc from 'fast-check';
import { localDate } from '@app/platform/time/local-date.js';
import { builtInTemplates } from './built-in.rules.js';
import { keyFor, reference, referencePrefix, titleRefusal } from './role-templates.rules.js';
import { CRITERION_KINDS } from './role-templates.types.js';

const TEMPLATES = builtInTemplates();

describe('the templates a firm starts with', () => {
  it('have keys, titles and references of their own', () => {
    for (const field of ['key', 'title', 'code'] as const)
      expect(new Set(TEMPLATES.map((template) => template[field])).size).toBe(TEMPLATES.length);
    expect(TEMPLATES.length).toBe(10);
  });

  it.each(TEMPLATES)(
    '$key starts with a brief that covers every side of the work, must-haves first',
    ({ criteria }) => {
      expect(criteria.length).toBeGreaterThanOrEqual(6);
      expect(criteria.length).toBeLessThanOrEqual(9);
      expect(new Set(criteria.map(({ kind }) => kind))).toEqual(new Set(CRITERION_KINDS));
      expect(new Set(criteria.map(({ text }) => text)).size).toBe(criteria.length);
      expect(criteria.findLastIndex(({ mustHave }) => mustHave)).toBeLessThan(
        criteria.findIndex(({ mustHave }) => !mustHave),
      );
    },
  );
});

describe('the key of a template', () => {
  it.each([
    ['Head of Robotics', [], 'head_of_robotics'],
    ['Head of Robotics', ['head_of_robotics'], 'head_of_robotics_2'],
    ['Head of Robotics', ['head_of_robotics', 'head_of_robotics_2'], 'head_of_robotics_3'],
    ['  VP, R&D (Zürich) ', [], 'vp_r_d_zurich'],
    ['最高AI責任者', [], 'ai'],
    ['最高責任者', ['role'], 'role_2'],
  ])('%j beside %j is %s', (title, taken, key) => {
    expect(keyFor(title, taken)).toBe(key);
  });

  it('is a word that files and addresses take, and nobody else has, whatever the title', () => {
    const anything = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), (titles) => {
        const keys: string[] = [];
        for (const title of [...titles, ...titles]) keys.push(keyFor(title, keys));

        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
      }),
    );
  });
});

describe('a title', () => {
  const others = [
    { title: 'VP MLOps', archived: false },
    { title: 'Inference Lead', archived: true },
  ];

  it.each([
    ['VP Research', null],
    ['vp mlops', 'There is a role template of this title already. Choose another.'],
    ['Inference lead', 'An archived role template has this title. Bring it back, or choose another title.'],
  ])('%s beside others: %j', (title, sentence) => {
    expect(titleRefusal(others, title)).toBe(sentence);
  });
});

describe('a reference', () => {
  it.each([
    [[0, 0, 0, 0], 'CAIO-2026-2222'],
    [[5, 15, 19, 2], 'CAIO-2026-7KQ4'],
    [[26, 26, 26, 26], 'CAIO-2026-ZZZZ'],
  ])('drawn as %j is %s', (drawn, expected) => {
    const signs = [...drawn];

    expect(reference(referencePrefix('CAIO', localDate('2026-11-21')), () => signs.shift() ?? 0)).toBe(expected);
  });
});
