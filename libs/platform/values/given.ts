/** Of what a person may change, what they did: a field that is left out stays as it is, null clears it. */
export function onlyGiven<T extends object>(changes: T): Partial<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}
