import { isPlain, isRightToLeft, runsOf, SCRIPT_FONTS } from './scripts.rules.js';

const shown = (text: string, most = 40): string =>
  runsOf(text, most)
    .map(({ text: run, font }) => (font ? `${font}<${run}>` : run))
    .join('')
    .replaceAll('\u00a0', ' ');

describe('a text on paper', () => {
  it.each(['Zoë Müller-Łukasz', 'Γιώργος', 'Иван Ёлкин', 'Nguyễn Thị “Hà” – 5 €', 'a™ b© №4'])(
    'is left to the font of the page: %s',
    (text) => {
      expect([isPlain(text), shown(text)]).toEqual([true, text]);
    },
  );

  it.each([
    ['山田太郎', 'Han<山田太郎>'],
    ['ＮＴＴ（東京）', 'Han<ＮＴＴ（東京）>'],
    ['김민수 Kim', 'Hangul<김민수> Kim'],
    ['राजेश कुमार', 'Devanagari<राजेश> Devanagari<कुमार>'],
    ['क्‍ष', 'Devanagari<क्‍ष>'],
    ['สมชาย ใจดี', 'Thai<สมชาย> Thai<ใจดี>'],
    ['Արամ', 'Armenian<Արամ>'],
    ['Jo 😀 👩‍💻 👍🏽 🇩🇪', 'Jo Emoji<😀> Emoji<👩‍💻> Emoji<👍🏽> Emoji<🇩🇪>'],
  ])('has its letters in the fonts that have them: %s', (text, expected) => {
    expect([isPlain(text), shown(text)]).toEqual([false, expected]);
  });

  it.each([
    ['محمد الفارسي', 'Arabic<الفارسي> Arabic<محمد>'],
    ['שלום כהן', 'Hebrew<כהן> Hebrew<שלום>'],
    ['Client شركة النور GmbH', 'Client Arabic<النور> Arabic<شركة> GmbH'],
    ['שלום 2026 כהן', 'Hebrew<כהן> 2026 Hebrew<שלום>'],
    ['Acme (שלום כהן)', 'Acme (Hebrew<כהן> Hebrew<שלום>)'],
    ['שלום (כהן)', '(Hebrew<כהן>) Hebrew<שלום>'],
    ['שלום has said nothing (2)', 'Hebrew<שלום> has said nothing (2)'],
  ])('is read from right to left where it is written so: %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('that is read from right to left is broken into lines before it is turned around', () => {
    expect(shown('אחת שתיים שלוש ארבע', 10)).toBe('Hebrew<שתיים> Hebrew<אחת>\nHebrew<ארבע> Hebrew<שלוש>');
  });

  it('that is broken into lines keeps the direction it has as a whole', () => {
    expect(shown('Acme שלום (כהן) 12 Ltd', 12)).toBe('Acme Hebrew<שלום>\n12 (Hebrew<כהן>) Ltd');
  });

  it.each([
    ['שלום כהן', true],
    ['محمد بن راشد, REF-2', true],
    ['Acme (שלום כהן)', false],
    ['שלום has said nothing for five days.', false],
    ['山田太郎', false],
    ['2026', false],
  ])('is read from right to left where it begins so and is mostly so: %s', (text, expected) => {
    expect(isRightToLeft(text)).toBe(expected);
  });

  it('loses no letter', () => {
    for (const text of ['محمد Smith 山田 🇯🇵 x', 'ab שלום 12 cd כהן'])
      expect(
        [
          ...runsOf(text, 80)
            .map(({ text: run }) => run)
            .join(''),
        ].sort(),
      ).toEqual([...text.replaceAll(' ', '\u00a0')].sort());
  });

  it('has a font for each of twenty scripts beside those of the page', () => {
    expect(new Set(SCRIPT_FONTS).size).toBe(21);
  });
});
