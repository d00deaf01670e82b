import { DomainError } from '../errors/domain-error.js';
import { readPlace } from './page.js';
import { sortedBy, sortedPage, sortedPageOf, sortsOf, type Sortable } from './sorted.js';

const ID = '0193a0f0-0000-7000-8000-000000000001';
const SORTS: Record<'name' | 'city', Sortable> = {
  name: { sql: 'c.name', type: 'text' },
  city: { sql: 'c.city', type: 'text', optional: true },
};

describe('the words of an order', () => {
  it('are each column, up and down', () => {
    expect(sortsOf(['name', 'city'])).toEqual(['name', '-name', 'city', '-city']);
  });

  it('are read, and what is absent goes as the list goes', () => {
    expect(sortedBy(SORTS, '-city', 'name')).toMatchObject({ sql: 'c.city', down: true });
    expect(sortedBy(SORTS, undefined, '-name')).toMatchObject({ sql: 'c.name', down: true });
  });
});

describe('a page of a sorted list', () => {
  const statement = (sort: 'name' | '-city', place: { value: string | null; id: string } | null) => {
    const bound: unknown[] = [];
    const by = sortedBy(SORTS, sort, 'name');
    const bind = (value: unknown): string => `$${bound.push(value)}`;
    const text = sortedPage({
      from: 'candidate',
      alias: 'c',
      columns: 'c.*',
      where: ['true'],
      by,
      place,
      limit: 3,
      bind,
    });
    return { text: text.replace(/\s+/g, ' '), bound };
  };

  it('is one walk where every row has a value', () => {
    const { text, bound } = statement('name', { value: 'Ada', id: ID });

    expect(text).not.toContain('union');
    expect(text).toContain('(c.name, c.id) > ($1, $2::uuid) order by c.name asc, c.id asc limit 3');
    expect(bound).toEqual(['Ada', ID]);
  });

  it('has the rows without a value behind the others, downwards too', () => {
    expect(statement('-city', null).text).toMatch(
      /c.city is not null order by c.city desc.* union all .*c.city is null/,
    );
  });

  it('goes on among the rows without a value', () => {
    const { text, bound } = statement('-city', { value: null, id: ID });

    expect(text).not.toContain('is not null');
    expect(text).toContain('c.city is null and c.id < $1::uuid');
    expect(bound).toEqual([ID]);
  });
});

describe('the cursor of a sorted list', () => {
  it.each([['Zoë'], [null]])('comes back as it was given out: %s', (value) => {
    const { items, next } = sortedPageOf(
      [
        { id: ID, sort_key: value },
        { id: 'x', sort_key: null },
      ],
      1,
    );

    expect(items).toEqual([{ id: ID }]);
    expect(readPlace(next ?? '', { type: 'text', optional: true })).toEqual({ value, id: ID });
  });

  it.each([
    ['a value of another kind', 'number', ['Zoë', ID]],
    ['a day that does not exist', 'day', ['2026-02-30', ID]],
    ['an id that is none', 'text', ['x']],
    ['a part too many', 'text', ['x', ID, ID]],
    ['no value where each row has one', 'text', [ID]],
  ] as const)('is refused with %s', (_, type, key) => {
    const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');

    expect(() => readPlace(cursor, { type })).toThrow(DomainError);
  });
});
