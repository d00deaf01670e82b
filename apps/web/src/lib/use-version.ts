import { useState } from 'react';
import { isStale } from './problem';

/** Which version a form is sent with: the one looked at; after a conflict, which shows the newest state, the newest. */
export function useVersion(lookedAt: number | null | undefined) {
  const [version, setVersion] = useState(lookedAt ?? null);
  return {
    or: (newest: number): number => version ?? newest,
    heed: (error: unknown): void => {
      if (isStale(error)) setVersion(null);
    },
  };
}
