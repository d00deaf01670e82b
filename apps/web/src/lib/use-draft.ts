import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { draftKey, hasDraft, keepDraft, readDraft } from './drafts';
import { useMe } from './session';

export interface Draft {
  /** what the form shows was typed before */
  restored: boolean;
  /** back to an empty form */
  discard: () => void;
  /** it is on its way, or is not wanted any more */
  forget: () => void;
  /** it was sent and refused */
  keep: () => void;
}

/** Something was typed into the form of this name and not sent. */
export function useHasDraft(name: string): boolean {
  const { user } = useMe();
  return useState(() => hasDraft(sessionStorage, draftKey(user.id, name)))[0];
}

/**
 * Keeps what is typed into a form until it is sent: over Esc, a click beside, another page and a reload. Without a name
 * nothing is kept; `isWorth` says which values somebody has typed, rather than been proposed.
 */
export function useDraft<Values extends Record<string, unknown>>(
  name: string | null,
  form: UseFormReturnType<Values>,
  isWorth: (values: Values) => boolean,
): Draft {
  const { user } = useMe();
  const key = name === null ? null : draftKey(user.id, name);
  const [restored, setRestored] = useState(false);
  const over = useRef(false);
  const read = useRef(false);
  const { values, setValues, reset } = form;
  useEffect(() => {
    if (key === null || read.current) return;
    read.current = true;
    const kept = readDraft(sessionStorage, key, values);
    if (!kept) return;
    setValues(kept);
    setRestored(true);
  }, [key, values, setValues]);
  useEffect(() => {
    if (key === null || !read.current || over.current) return;
    keepDraft(sessionStorage, key, isWorth(values) ? values : null);
  });
  const drop = (): void => {
    if (key !== null) keepDraft(sessionStorage, key, null);
  };
  return {
    restored,
    discard: () => {
      reset();
      drop();
      setRestored(false);
    },
    forget: () => {
      over.current = true;
      drop();
    },
    keep: () => {
      over.current = false;
      if (key !== null) keepDraft(sessionStorage, key, values);
    },
  };
}
