import { ApiProblem, isStale } from './problem';

describe('what the server refused', () => {
  it('keeps the sentence and the fields of a problem body', () => {
    const problem = ApiProblem.from(422, {
      title: 'Not right',
      detail: 'Some fields are not right.',
      code: 'invalid',
      errors: [{ field: 'email', message: 'This is not an email address.' }, { nonsense: true }],
    });

    expect(problem.message).toBe('Some fields are not right.');
    expect(problem.fields).toEqual([{ field: 'email', message: 'This is not an email address.' }]);
  });

  it('has a sentence of its own for a body that is none', () => {
    expect(ApiProblem.from(502, '<html>bad gateway</html>').message).toBe('That did not work. Nothing was changed.');
  });

  it('knows a stale version from other conflicts', () => {
    expect(isStale(ApiProblem.from(409, { code: 'stale_version', detail: 'Changed.' }))).toBe(true);
    expect(isStale(ApiProblem.from(409, { code: 'already_in_search', detail: 'There already.' }))).toBe(false);
  });
});
