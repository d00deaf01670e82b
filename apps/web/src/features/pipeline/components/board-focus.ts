import { cardElementId } from './columns';

const TRIES = 12;

/** Focuses a card, at once where it is drawn, else in one of the next frames; returns how to give up. */
export function focusCard(cardId: string): () => void {
  let tries = 0;
  let frame = 0;
  const look = (): void => {
    const element = document.getElementById(cardElementId(cardId));
    if (element) element.focus();
    else if (++tries < TRIES) frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}
