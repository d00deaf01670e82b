export interface Colleague {
  id: string;
  name: string;
}

/** Who is named in a text: an `@` before the whole name, and no letter behind it. */
export function mentionedIn<C extends Colleague>(text: string, colleagues: readonly C[]): C[] {
  return colleagues.filter(({ name }) => placesOf(text, name).length > 0);
}

/** The text in pieces, those that name somebody marked. */
export function piecesOf(text: string, colleagues: readonly Colleague[]): { text: string; named: boolean }[] {
  const places = colleagues
    .flatMap(({ name }) => placesOf(text, name).map((from) => ({ from, to: from + name.length + 1 })))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const pieces: { text: string; named: boolean }[] = [];
  let at = 0;
  for (const { from, to } of places) {
    if (from < at) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), named: false });
    pieces.push({ text: text.slice(from, to), named: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), named: false });
  return pieces;
}

function placesOf(text: string, name: string): number[] {
  const [folded, wanted] = [text.toLowerCase(), `@${name.toLowerCase()}`];
  const places: number[] = [];
  // letters that grow when they are made small would move the places
  if (name === '' || folded.length !== text.length) return places;
  for (let from = folded.indexOf(wanted); from >= 0; from = folded.indexOf(wanted, from + 1)) {
    const next = text.slice(from + wanted.length, from + wanted.length + 2);
    if (!/^[\p{L}\p{M}\p{N}]/u.test(next)) places.push(from);
  }
  return places;
}

/** What is being typed behind an `@`, if the caret stands in that; null: nobody is being named. */
export function beingNamed(text: string, caret: number): { from: number; typed: string } | null {
  const before = text.slice(0, caret);
  const found = /(?:^|[\s(,;:.])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(before);
  const typed = found?.[1];
  return typed === undefined ? null : { from: caret - typed.length - 1, typed };
}
