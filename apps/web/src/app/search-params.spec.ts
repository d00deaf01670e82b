import { safeNext, searchListParams, searchParams } from './search-params';

describe('what a URL may carry', () => {
  it.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'javascript:alert(1)', 7])(
    'never leads out of the application after signing in: %s',
    (next) => {
      expect(safeNext(next)).toBeUndefined();
    },
  );

  it('leads back to where one wanted to go', () => {
    expect(safeNext('/searches/1?candidacy=2')).toBe('/searches/1?candidacy=2');
  });

  it('drops filters that do not exist', () => {
    expect(searchListParams({ health: 'splendid', status: 'open', q: 'chief' })).toEqual({
      health: undefined,
      status: 'open',
      q: 'chief',
      leadId: undefined,
    });
    expect(searchParams({ tab: 'report', candidacy: '' })).toEqual({ tab: undefined, candidacy: undefined });
  });
});
