import { askedBy, isSameView, wordsOf } from './view-words';

describe('a saved view of a list', () => {
  it('keeps what the address says, and leads back to it', () => {
    const asked = { q: 'Head = lead', sort: '-added', active: 'true', city: undefined, country: '', add: true };
    const words = wordsOf(asked);

    expect(words).toEqual(['active=true', 'q=Head = lead', 'sort=-added']);
    expect(askedBy(words)).toEqual({ q: 'Head = lead', sort: '-added', active: 'true' });
  });

  it('is the same in whatever order its words are', () => {
    expect(isSameView(['sort=name', 'q=a'], ['q=a', 'sort=name'])).toBe(true);
    expect(isSameView(['sort=name'], [])).toBe(false);
  });
});
