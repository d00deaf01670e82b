/** Takes no room, or shows nothing: controls, direction marks, joiners, fillers. */
const UNSEEN = String.raw`\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\u115F\u1160\u3164\uFFA0\u2800`;
const ANYTHING_SEEN = new RegExp(`[^${UNSEEN}]`, 'u');
/** Each of them is one unit of a text. */
const AT_AN_EDGE =
  /[\p{Z}\p{Cc}\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0]/u;

/** What a program writes for a letter that it could not read: no letter of anything. */
export const LOST_LETTER = '\ufffd';
export const LOST = `contains a character that could not be read (${LOST_LETTER}); type it again`;

/** A text without what nobody sees at its ends; empty where there is nothing to see in it. */
export function seen(text: string): string {
  if (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1))) return text;
  return ANYTHING_SEEN.test(text) ? withoutEdges(text) : '';
}

/** From both ends inwards: a pattern for the end would try again at each blank in between. */
function withoutEdges(text: string): string {
  let [from, to] = [0, text.length];
  while (AT_AN_EDGE.test(text.charAt(from))) from += 1;
  while (AT_AN_EDGE.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

const isPlain = (unit: number): boolean => unit > 0x20 && unit < 0x7f;

/** As long as Postgres counts it, in characters. */
export const lengthOf = (text: string): number => {
  let surrogates = 0;
  for (let i = 0; i < text.length; i += 1) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) surrogates += 1;
  return text.length - surrogates;
};
