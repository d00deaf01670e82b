import { isDeepStrictEqual } from 'node:util';

/** Of what a person may change, what they did: a field that is left out stays as it is, null clears it. */
export function onlyGiven<T extends object>(changes: T): Partial<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** The same without what is so already; null where nothing is left, and there is nothing to save. */
export function changesTo<T extends object>(current: object, given: T): Partial<T> | null {
  const differing = Object.entries(onlyGiven(given)).filter(
    ([key, value]) => !isDeepStrictEqual((current as Record<string, unknown>)[key], value),
  );
  return differing.length === 0 ? null : (Object.fromEntries(differing) as Partial<T>);
}
