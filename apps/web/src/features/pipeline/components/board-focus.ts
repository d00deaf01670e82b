import { cardElementId } from './columns';

const TRIES = 12;

/** Focuses a card that may only be drawn in one of the next frames; returns how to give up. */
export function focusCard(cardId: string): () => void {
  let tries = 0;
  let frame = requestAnimationFrame(function look() {
    const element = document.getElementById(cardElementId(cardId));
    if (element) element.focus();
    else if (++tries < TRIES) frame = requestAnimationFrame(look);
  });
  return () => cancelAnimationFrame(frame);
}
