/** What was typed into forms and not sent yet, in this tab only. */
const PREFIX = 'searchlight-draft ';

export const draftKey = (userId: string, name: string): string => `${PREFIX}${userId} ${name}`;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What is kept under a key, if it still fits the form: a field that the form does not have is left out. */
export function readDraft<Values extends object>(store: Store, key: string, form: Values): Partial<Values> | null {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const fields = Object.entries(kept).filter(([field]) => Object.hasOwn(form, field));
    return fields.length > 0 ? (Object.fromEntries(fields) as Partial<Values>) : null;
  } catch {
    return null;
  }
}

export function hasDraft(store: Store, key: string): boolean {
  try {
    return store.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** A browser that keeps nothing, or is full, loses drafts and nothing else. */
export function keepDraft(store: Store, key: string, values: object | null): void {
  try {
    if (values) store.setItem(key, JSON.stringify(values));
    else store.removeItem(key);
  } catch {
    // typed in vain at most
  }
}

/** Whoever signs out leaves nothing behind. */
export function forgetDrafts(store: Store): void {
  const keys = Array.from({ length: store.length }, (_, i) => store.key(i) ?? '');
  for (const key of keys) if (key.startsWith(PREFIX)) store.removeItem(key);
}
