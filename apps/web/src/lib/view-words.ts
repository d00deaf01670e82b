/** What the address of a list says, as a saved view keeps it: `sort=-added`. What is open over the list is no part of it. */
export const wordsOf = (asked: object): string[] =>
  Object.entries(asked)
    .filter(([key, value]) => key !== 'add' && value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${String(value)}`)
    .sort();

/** The address a saved view leads to. */
export const askedBy = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]));

export const isSameView = (one: readonly string[], another: readonly string[]): boolean =>
  [...one].sort().join('\n') === [...another].sort().join('\n');
