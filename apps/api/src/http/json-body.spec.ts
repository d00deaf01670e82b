import { readJson } from './json-body.js';
import { DEEPEST_BODY, ORDINARY_BODY, PUBLIC_BODY } from './limits.js';
import { problemOf } from './problem.filter.js';

const read = (text: string, limits = ORDINARY_BODY) => readJson(text, limits);
const refusalOf = (text: string, limits = ORDINARY_BODY) => {
  try {
    read(text, limits);
  } catch (error) {
    return problemOf(error);
  }
  return null;
};
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const keys = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, k) => [`k${k}`, 1])));

describe('a JSON body', () => {
  it('is read when it is within the limits', () => {
    expect(read('{"a":[1,"zwei",null,{"b":"👩‍💻"}]}')).toEqual({ a: [1, 'zwei', null, { b: '👩‍💻' }] });
    expect(read(nested(DEEPEST_BODY))).toBeTruthy();
    expect(read(keys(ORDINARY_BODY.values))).toBeTruthy();
    expect(read('\ufeff{"a":1}')).toEqual({ a: 1 });
  });

  it.each([
    ['nothing', '', 'The body is empty; send JSON.'],
    ['something else', '{"a":', 'The body is not valid JSON.'],
    ['a level too many', nested(DEEPEST_BODY + 1), /more than 12 levels deep/],
    ['brackets without end', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, /levels deep/],
    ['a key too many', keys(ORDINARY_BODY.values + 1), /more than 2000 values/],
    [
      'many small objects',
      `{"a":${JSON.stringify(Array.from({ length: 400 }, () => [1, 2, 3, 4, 5]))}}`,
      /2000 values/,
    ],
    ['a name that reaches for the prototype', '{"a":{"__proto__":{"b":1}}}', /name that is not possible/],
    ['a name that reaches for the constructor', '{"constructor":{"prototype":{"b":1}}}', /name that is not possible/],
    ['a name with a null character', '{"a\\u0000":1}', /name that is not possible/],
  ])('is refused with %s', (_, text, detail) => {
    expect(refusalOf(text)).toMatchObject({
      status: 400,
      code: 'bad_request',
      detail: expect.stringMatching(detail),
    });
  });

  it.each([
    ['a null character', '{"a":[{"name":"b\\u0000"}]}', 'a.0.name', /null character/],
    ['half a character', '{"name":"\\ud83d"}', 'name', /half a character/],
    ['a number beyond all numbers', '{"version":1e999}', 'version', /larger than any number/],
    ['a list that is too long', JSON.stringify({ a: { b: new Array(501).fill(1) } }), 'a.b', /no more than 500/],
  ])('names the field with %s', (_, text, field, message) => {
    expect(refusalOf(text)).toMatchObject({
      status: 400,
      code: 'invalid',
      errors: [{ field, message: expect.stringMatching(message) }],
    });
  });

  it('may be smaller where nobody has signed in', () => {
    expect(refusalOf(keys(PUBLIC_BODY.values), PUBLIC_BODY)).toBeNull();
    expect(refusalOf(keys(PUBLIC_BODY.values + 1), PUBLIC_BODY)).toMatchObject({ code: 'bad_request' });
  });
});
