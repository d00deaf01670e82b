/** As many as the server takes of one request. */
export const AT_ONCE = 100;

interface Told<Done, Refused> {
  items: Done[];
  refused: Refused[];
}

/** Sends more than the server takes at once, one part after the other, and answers as if it had been one request. */
export async function inParts<One, Done extends object, Refused extends { at: number }>(
  all: readonly One[],
  send: (some: One[]) => Promise<Told<Done, Refused>>,
): Promise<Told<Done, Refused>> {
  const told: Told<Done, Refused> = { items: [], refused: [] };
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const { items, refused } = await send(all.slice(from, from + AT_ONCE));
    const placed = <Where extends object>(one: Where): Where =>
      'at' in one && typeof one.at === 'number' ? { ...one, at: from + one.at } : one;
    told.items.push(...items.map(placed));
    told.refused.push(...refused.map(placed));
  }
  return told;
}
