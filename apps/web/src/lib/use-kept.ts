import { useState } from 'react';
import { draftKey, keepDraft, readDraft } from './drafts';
import { useMe } from './session';

/** What was done on a page and is not saved, kept over another page and a reload. `nothing` is kept as nothing. */
export function useKept<Value extends object>(name: string, nothing: Value): [Value, (value: Value) => void] {
  const { user } = useMe();
  const key = draftKey(user.id, name);
  const [value, setValue] = useState<Value>(() => ({ ...nothing, ...readDraft(sessionStorage, key, nothing) }));
  const set = (next: Value): void => {
    setValue(next);
    keepDraft(sessionStorage, key, next === nothing ? null : next);
  };
  return [value, set];
}
