/** The letters a firm is drawn by: the first of its first two words. */
export function firmLetters(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}

export const MARK_COLOUR = '#26437f';
