import bidiModule, { type Bidi } from 'bidi-js';

/** A script that the page's own font lacks, and what of it that font is asked for. */
interface Script {
  readonly font: string;
  readonly letters: RegExp;
}

/** The first that matches. Marks and joiners go with the letter before them. */
const SCRIPTS: readonly Script[] = [
  { font: 'Hangul', letters: /[\p{Script=Hangul}]/u },
  {
    font: 'Han',
    letters:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\uff00-\uffef]/u,
  },
  { font: 'Arabic', letters: /[\p{Script=Arabic}\u060c\u061b\u061f\u0640]/u },
  { font: 'Hebrew', letters: /\p{Script=Hebrew}/u },
  { font: 'Devanagari', letters: /[\p{Script=Devanagari}\u0964\u0965]/u },
  ...[
    'Bengali',
    'Tamil',
    'Telugu',
    'Gujarati',
    'Gurmukhi',
    'Kannada',
    'Malayalam',
    'Sinhala',
    'Thai',
    'Lao',
    'Khmer',
    'Myanmar',
    'Georgian',
    'Armenian',
    'Ethiopic',
  ].map((font) => ({ font, letters: new RegExp(`\\p{Script=${font}}`, 'u') })),
  { font: 'Emoji', letters: /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u },
];
export const SCRIPT_FONTS = SCRIPTS.map(({ font }) => font);

/** Latin, Greek, Cyrillic, and the marks between words: what most pages are made of, told apart at one glance. */
const PLAIN =
  /^[\u0000-\u052f\u1e00-\u200b\u2010-\u2027\u2030-\u203b\u203d-\u2048\u204a-\u205f\u2070-\u20cf\u2100-\u2122]*$/;
const LOOKS_PICTURED = /[\u00a9\u00ae\u203c\u2049\u2122]/u;
const GOES_WITH_BEFORE = /[\p{Mark}\u200c\u200d\ufe0f\u{1f3fb}-\u{1f3ff}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{Letter}/u;
/** Only says how what is beside it looks, and has no picture of its own. */
const VARIATION = /[\ufe0e\ufe0f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

export interface Run {
  readonly text: string;
  /** null: the font of the page */
  readonly font: string | null;
}

// its types know it as a module of its own kind only
const bidi = (bidiModule as unknown as () => Bidi)();

/** Whether the page's own font writes all of it. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

/** Begins so, and is mostly so: a sentence of ours may begin with a name that is read the other way. */
export function isRightToLeft(text: string): boolean {
  const letters = [...text].filter((letter) => LETTER.test(letter));
  const turned = letters.filter((letter) => RIGHT_TO_LEFT.test(letter));
  return turned.length * 2 > letters.length && letters[0] === turned[0];
}

/**
 * A text as it stands on paper from left to right, each run in the font that has its letters. What is read from right to
 * left is broken into lines first (`most` letters in each), since whoever sets the page breaks lines from left to right.
 */
export function runsOf(text: string, most: number): Run[] {
  const words = text.replaceAll(VARIATION, '');
  if (!RIGHT_TO_LEFT.test(words)) return inFonts([...words]);
  const lines = linesOf(words, most);
  const { levels } = bidi.getEmbeddingLevels(lines.join(' '), isRightToLeft(words) ? 'rtl' : 'ltr');
  let from = 0;
  return lines.flatMap((line, i) => {
    const runs = visual(line, levels.subarray(from, from + line.length));
    from += line.length + 1;
    return [...(i > 0 ? [{ text: '\n', font: null }] : []), ...runs];
  });
}

/** Every letter with the font it is written in. */
function fontsOf(letters: readonly string[]): (string | null)[] {
  const fonts: (string | null)[] = [];
  for (const letter of letters) {
    const before = fonts.at(-1) ?? null;
    if (before && GOES_WITH_BEFORE.test(letter)) fonts.push(before);
    else if (letter < '\u0530' || LOOKS_PICTURED.test(letter)) fonts.push(null);
    else fonts.push(SCRIPTS.find(({ letters: of }) => of.test(letter))?.font ?? null);
  }
  return fonts;
}

function inFonts(letters: readonly string[]): Run[] {
  const fonts = fontsOf(letters);
  return joined(letters.map((text, i) => ({ text, font: fonts[i] ?? null })));
}

/** Neighbours in one font are one run. */
function joined(pieces: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const { text, font } of pieces) {
    const last = runs.at(-1);
    if (last?.font === font) runs[runs.length - 1] = { text: last.text + text, font };
    else runs.push({ text, font });
  }
  return runs;
}

function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** One line, its runs in the order of the paper. A run from right to left keeps its letters: its font turns them. */
function visual(line: string, levels: Uint8Array): Run[] {
  const letters = [...line];
  const fonts = fontsOf(letters);
  const pieces: { text: string; font: string | null; level: number }[] = [];
  let at = 0;
  letters.forEach((letter, i) => {
    const level = levels[at] ?? 0;
    const font = fonts[i] ?? null;
    at += letter.length;
    const last = pieces.at(-1);
    const text = level % 2 === 1 && !font ? (bidi.getMirroredCharacter(letter) ?? letter) : letter;
    if (last && last.level === level && last.font === font) last.text += text;
    else pieces.push({ text, font, level });
  });
  // no line break where the order is that of the paper
  return reordered(pieces).map(({ text, font, level }) => ({
    text: (level % 2 === 1 && !font ? [...text].reverse().join('') : text).replaceAll(' ', '\u00a0'),
    font,
  }));
}

/** Rule L2 of UAX 9: from the highest level down, what is at least of that level is turned around. */
function reordered<Piece extends { readonly level: number }>(pieces: readonly Piece[]): Piece[] {
  const order = [...pieces];
  const highest = Math.max(0, ...pieces.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      if (order[from]!.level < level) continue;
      let to = from;
      while (to < order.length && order[to]!.level >= level) to += 1;
      order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}
