/** What the address of every list carries beside its filters. */
export interface ListState {
  /** `name` goes up, `-name` goes down; absent: as the list goes */
  sort?: string | undefined;
  /** which columns are shown, as `name.city`; absent: those the list begins with */
  columns?: string | undefined;
}

export interface Choosable {
  /** without one the column is always shown */
  id?: string | undefined;
  /** shown only when somebody asks for it */
  extra?: true | undefined;
}

/** The columns as somebody chose them, in the order of the list. What does not exist is as if it were not asked for. */
export function chosen<C extends Choosable>(columns: readonly C[], words: string | undefined): C[] {
  const asked = (words ?? '').split('.').filter((word) => columns.some(({ id }) => id === word));
  if (asked.length === 0) return columns.filter(({ id, extra }) => !id || !extra);
  return columns.filter(({ id }) => !id || asked.includes(id));
}

/** What the address says once a column is shown or hidden; nothing when the list is as it begins. */
export function choosing(
  columns: readonly Choosable[],
  words: string | undefined,
  id: string,
  shown: boolean,
): string | undefined {
  const before = chosen(columns, words).flatMap((column) => column.id ?? []);
  const after = columns
    .flatMap((column) => column.id ?? [])
    .filter((one) => (one === id ? shown : before.includes(one)));
  const usual = chosen(columns, undefined).flatMap((column) => column.id ?? []);
  return after.length === 0 || after.join('.') === usual.join('.') ? undefined : after.join('.');
}

/** What a click on the head of a column asks for; the same column again goes the other way. */
export function sortNext(by: string, now: string, downFirst = false): string {
  if (now === by) return `-${by}`;
  if (now === `-${by}`) return by;
  return downFirst ? `-${by}` : by;
}

export const sortedAs = (by: string | undefined, now: string): 'ascending' | 'descending' | undefined =>
  by === undefined ? undefined : now === by ? 'ascending' : now === `-${by}` ? 'descending' : undefined;
