import { useCallback, useEffect, useRef, useState } from 'react';

export type Wish = { id: string } | null;

/** Which card is to have the focus, and which had it last. A closed panel gives it back to the card it belonged to. */
export function useFocus(bring: Wish, openCardId: string | undefined) {
  const [toFocus, setToFocus] = useState<Wish>(null);
  const [current, setCurrent] = useState<string | null>(null);
  // a new object each time: the same card may be wished for twice
  const focus = useCallback((id: string): void => setToFocus({ id }), []);

  useEffect(() => {
    if (bring) setToFocus(bring);
  }, [bring]);

  const before = useRef(openCardId);
  useEffect(() => {
    if (before.current && !openCardId) focus(before.current);
    before.current = openCardId;
  }, [openCardId, focus]);

  return { toFocus, focus, current, setCurrent };
}
