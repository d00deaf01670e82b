import { choosing, chosen, sortedAs, sortNext } from './list-state';

const COLUMNS = [{}, { id: 'city' }, { id: 'layer' }, { id: 'source', extra: true as const }];
const ids = (words: string | undefined) => chosen(COLUMNS, words).map(({ id }) => id);

describe('the columns of a list', () => {
  it.each([
    [undefined, [undefined, 'city', 'layer']],
    ['source', [undefined, 'source']],
    ['source.city', [undefined, 'city', 'source']],
    ['city.gone', [undefined, 'city']],
    ['gone', [undefined, 'city', 'layer']],
  ])('asked for as %s are %j', (words, shown) => {
    expect(ids(words)).toEqual(shown);
  });

  it('are shown and hidden one by one, and nothing is said once they are as they begin', () => {
    const more = choosing(COLUMNS, undefined, 'source', true);
    expect(more).toBe('city.layer.source');
    const less = choosing(COLUMNS, more, 'city', false);
    expect(less).toBe('layer.source');
    expect(choosing(COLUMNS, choosing(COLUMNS, less, 'source', false), 'city', true)).toBeUndefined();
  });
});

describe('the order of a list', () => {
  it.each([
    ['name', 'city', false, 'name'],
    ['name', 'name', false, '-name'],
    ['name', '-name', false, 'name'],
    ['added', 'name', true, '-added'],
    ['added', '-added', true, 'added'],
  ])('by a click on %s is, from %s (down first: %s), %s', (by, now, downFirst, next) => {
    expect(sortNext(by, now, downFirst)).toBe(next);
  });

  it('is said at its column alone', () => {
    expect([
      sortedAs('name', '-name'),
      sortedAs('name', 'name'),
      sortedAs('city', 'name'),
      sortedAs(undefined, ''),
    ]).toEqual(['descending', 'ascending', undefined, undefined]);
  });
});
