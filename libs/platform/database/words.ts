/** The words of a question, safe inside LIKE. */
export function likeWords(q: string): string[] {
  return q
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/[\\%_]/g, '\\$&'));
}

/** SQL: a short text holds each of these words somewhere, whatever its case and accents. For lists of thousands, not millions. */
export const containsWords = (text: string, words: string): string =>
  `immutable_unaccent(lower(${text})) like all (array(
     select '%' || immutable_unaccent(lower(w)) || '%' from unnest(${words}::text[]) w))`;
