// How the server finds people, clients and searches (the functions found_words and asked_words of the database), for what
// is filtered in the page. A test holds both equal.

const SPACES = /[\u0001-\u0020\u007F-\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/u;
const SEPARATORS =
  /[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B9\u00BB-\u00BF\u00D7\u00F7\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u060C\u061B\u061D-\u061F\u066A-\u066D\u06D4\u0964\u0965\u1680\u180E\u2010-\u2029\u2030-\u205E\u20A0-\u20CF\u2190-\u2BFF\u2E00-\u2E7F\u3001-\u3004\u3008-\u3020\u3030\u303D\u30A0\u30FB]+/u;
const MARKS =
  /[\u00AD\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u061C\u0640\u064B-\u065F\u0670\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF]/gu;
/** Scripts written without spaces: a word may begin at any letter. */
const DENSE =
  '[\\u0E00-\\u109F\\u1780-\\u17FF\\u3005-\\u3007\\u3040-\\u30FF\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7AF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}]';
const IS_DENSE = new RegExp(DENSE, 'u');
const DENSE_GAP = new RegExp(`(${DENSE})[ \\u3000]+(?=${DENSE})`, 'gu');

const APOSTROPHES = /[’‘‛ʹʻʼʽˈ′´]/g;
const LETTERS: Record<string, string> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', ς: 'σ', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ŋ: 'ng' },
  ...{ ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ґ: 'г' },
};
const LONG: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', đ: 'dj' };

/** As much of a word as is compared. */
const COMPARED = 24;

const replaced = (text: string, letters: Record<string, string>): string =>
  Array.from(text, (letter) => letters[letter] ?? letter).join('');

/** Letters as they are compared: small, without accents, one form of each. */
export function folded(text: string): string {
  const bare = text.replace(APOSTROPHES, "'").normalize('NFKD').replace(MARKS, '').normalize('NFKC');
  return replaced(bare.toLowerCase(), LETTERS);
}

/** Once as it stands, and with vowels in two letters where some write them so: Müller is Muller and Mueller. */
function spellings(text: string): string[] {
  const composed = text.normalize('NFC');
  if (!/[äöüøåđÄÖÜØÅĐ]/.test(composed)) return [folded(composed)];
  const small = composed.replace(/[ÄÖÜØÅĐ]/g, (letter) => letter.toLowerCase());
  return [folded(composed), folded(replaced(small, LONG))];
}

const partsOf = (text: string): string[] => text.split(SEPARATORS).filter((part) => part !== '');

const cut = (word: string): string => Array.from(word).slice(0, COMPARED).join('');

function foundWords(text: string): string[] {
  const words = text
    .replace(DENSE_GAP, '$1')
    .split(SPACES)
    .flatMap(spellings)
    .flatMap((spelling) => [...partsOf(spelling), partsOf(spelling).join('')])
    .filter((word) => word !== '');
  return words
    .flatMap((word) => [word, word.replace(/([aou])e+/g, '$1').replaceAll('aa', 'a'), ...beginnings(word)])
    .map(cut);
}

function beginnings(word: string): string[] {
  const letters = Array.from(word);
  return letters.flatMap((letter, at) =>
    at > 0 && IS_DENSE.test(`${letters[at - 1]}${letter}`) ? [letters.slice(at).join('')] : [],
  );
}

/** The ways in which each word of a question may be meant; all parts of one way begin words of what is found. */
function asked(question: string): string[][][] {
  return question
    .split(SPACES)
    .map((chunk) =>
      spellings(chunk)
        .map(partsOf)
        .filter((parts) => parts.length > 0)
        .flatMap((parts) => (parts.length > 1 ? [parts, [parts.join('')]] : [parts])),
    )
    .filter((ways) => ways.length > 0);
}

const shorter = (word: string): string => word.replace(/([aou])e+(?=[^e])/gu, '$1').replace(/aa(?=.)/gu, 'a');

/** Whether each word of the question begins a word of the text. A question without a word finds nothing. */
export function finds(text: string, question: string): boolean {
  const words = foundWords(text);
  const begins = (part: string): boolean =>
    [part, shorter(part)].map(cut).some((way) => words.some((word) => word.startsWith(way)));
  const wanted = asked(question);
  return wanted.length > 0 && wanted.every((ways) => ways.some((parts) => parts.every(begins)));
}

/** One letter finds too much, but in a script without spaces it may be a name. */
export const isEnough = (question: string): boolean => question.trim().length > 1 || IS_DENSE.test(question);
