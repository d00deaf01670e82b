import { announce } from '@atlaskit/pragmatic-drag-and-drop-live-region';
import { useEffect, useRef } from 'react';
import { directionOf, type Direction, type Step } from './columns';

interface Walk {
  openCardId: string | undefined;
  /** the card one comes to from the open one */
  next: (cardId: string, direction: Direction) => Step | null;
  onWalk: (cardId: string) => void;
}

/** Where these keys mean something else already. */
const OWN_KEYS = [
  'input, textarea, select, [contenteditable]',
  '[role=menu], [role=listbox], [role=combobox], [role=radiogroup], [role=grid], [aria-modal=true]:not(:has([data-open-card]))',
].join(', ');

/** With a card open, arrows and J and K go on to the next one, from inside its panel too. */
export function useWalk({ openCardId, next, onWalk }: Walk): void {
  const latest = useRef({ next, onWalk });
  useEffect(() => {
    latest.current = { next, onWalk };
  });
  useEffect(() => {
    if (!openCardId) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      const direction = directionOf(event.key);
      if (!direction || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const target = event.target as HTMLElement;
      if (target !== document.body && !target.closest('[data-open-card]')) return;
      if (target.closest(OWN_KEYS)) return;
      const to = latest.current.next(openCardId, direction);
      event.preventDefault();
      if (!to) return;
      announce(`${to.card.candidate.name}, ${to.where}`);
      latest.current.onWalk(to.card.id);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [openCardId]);
}
