import { DomainError } from '../errors/domain-error.js';
import { pageOf, readCursor } from './page.js';

const ID = '0193a0f0-0000-7000-8000-000000000001';
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a page', () => {
  it('keeps the rows asked for and names the last of them when there are more', () => {
    const page = pageOf(['a', 'b', 'c'], 2, (row) => [row]);

    expect(page.items).toEqual(['a', 'b']);
    expect(readCursor(page.next ?? '', ['text'])).toEqual(['b']);
  });

  it.each([
    ['exactly as many rows as asked for', ['a', 'b']],
    ['fewer', ['a']],
    ['none', []],
  ])('is the last one with %s', (_, rows) => {
    expect(pageOf(rows, 2, (row) => [row])).toEqual({ items: rows, next: null });
  });
});

describe('a cursor', () => {
  it('is absent on the first page', () => {
    expect(readCursor(undefined, ['text', 'uuid'])).toBeNull();
  });

  it('comes back as it was given out, to the microsecond and with any letters', () => {
    const key = ['2026-11-21T09:00:00.123456Z', 'Zoë Müller-Łukasz', ID];

    expect(readCursor(encode(key), ['moment', 'text', 'uuid'])).toEqual(key);
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['no list', encode({ name: 'a' })],
    ['too few parts', encode(['a'])],
    ['too many parts', encode(['a', ID, ID])],
    ['another type inside', encode(['a', 7])],
    ['an id that is none', encode(['a', "x' or 1=1"])],
    ['a character Postgres cannot hold', encode(['a\0', ID])],
  ])('is refused with %s', (_, cursor) => {
    expect(() => readCursor(cursor, ['text', 'uuid'])).toThrow(DomainError);
  });

  it.each(['2026-02-30T00:00:00.000000Z', '2026-11-21T25:00:00.000000Z', 'yesterday', 'infinity'])(
    'is refused with the moment %s',
    (moment) => {
      expect(() => readCursor(encode([moment]), ['moment'])).toThrow(DomainError);
    },
  );
});
