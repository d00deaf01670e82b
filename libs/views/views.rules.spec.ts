import { readFileSync } from 'node:fs';
import { KEYS, refusedWords } from './views.rules.js';

const document = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, { get: { parameters: { name: string; in: string }[] } }>;
};

describe('the words of a view', () => {
  it.each(Object.entries(KEYS))('of %s are what its list can be asked for, and its columns', (list, keys) => {
    const { parameters } = document.paths[`/api/${list}`]!.get;
    const known = parameters.filter((one) => one.in === 'query').map(({ name }) => name);

    expect([...keys].sort()).toEqual([...known.filter((name) => !['after', 'limit'].includes(name)), 'columns'].sort());
  });

  it.each([
    [[], null],
    [['q=a=b', 'sort=-added', 'columns=place'], null],
    [['sort=name', 'sort=-name'], 'A view asks for “sort” once.'],
    [['phone=1'], 'The list of candidates cannot be asked for “phone”.'],
    [['health=stalled'], 'The list of candidates cannot be asked for “health”.'],
  ])('%j are refused with %j', (asked, sentence) => {
    expect(refusedWords('candidates', asked)).toBe(sentence);
  });
});
