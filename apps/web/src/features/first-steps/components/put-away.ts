import { useState } from 'react';

const keyOf = (userId: string): string => `searchlight-first-steps ${userId}`;

/** Whether somebody wants to see the list no more, in this browser. One that keeps nothing shows it again. */
export function usePutAway(userId: string): [boolean, (away: boolean) => void] {
  const [away, setAway] = useState(() => isKept(userId));
  const put = (next: boolean): void => {
    setAway(next);
    try {
      if (next) localStorage.setItem(keyOf(userId), 'away');
      else localStorage.removeItem(keyOf(userId));
    } catch {
      // shown again after a reload
    }
  };
  return [away, put];
}

function isKept(userId: string): boolean {
  try {
    return localStorage.getItem(keyOf(userId)) !== null;
  } catch {
    return false;
  }
}
