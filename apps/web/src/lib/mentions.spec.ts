import { beingNamed, mentionedIn, piecesOf } from './mentions';

const ADA = { id: 'a', name: 'Ada Lee' };
const ADALEE = { id: 'b', name: 'Ada Leeson' };
const ZOE = { id: 'c', name: 'Zoë Ünal' };

describe('who is named', () => {
  it.each<[string, string[]]>([
    ['Ask @Ada Lee about it', ['a']],
    ['Ask @ada lee, please', ['a']],
    ['@Ada Leeson knows', ['b']],
    ['@Ada Lee and @Zoë Ünal.', ['a', 'c']],
    ['Ada Lee was there', []],
    ['@Ada', []],
    ['mail@Ada Leeds', []],
    ['', []],
  ])('%s', (text, ids) => {
    expect(mentionedIn(text, [ADA, ADALEE, ZOE]).map(({ id }) => id)).toEqual(ids);
  });

  it('is marked in the text, and the text stays what it is', () => {
    const text = 'Ask @Ada Lee or @Zoë Ünal.';
    const pieces = piecesOf(text, [ADA, ZOE]);

    expect(pieces.filter(({ named }) => named).map((piece) => piece.text)).toEqual(['@Ada Lee', '@Zoë Ünal']);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(piecesOf('Nobody', [ADA])).toEqual([{ text: 'Nobody', named: false }]);
  });
});

describe('who is being named', () => {
  it.each<[string, ReturnType<typeof beingNamed>]>([
    ['@', { from: 0, typed: '' }],
    ['Ask @ad', { from: 4, typed: 'ad' }],
    ['Ask @Ada Le', { from: 4, typed: 'Ada Le' }],
    ['Ask @Ada Lee now', null],
    ['mail@ada', null],
    ['Ask ada', null],
  ])('%s', (text, named) => {
    expect(beingNamed(text, text.length)).toEqual(named);
  });
});
