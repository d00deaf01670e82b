import type { KeyboardEvent } from 'react';
import type { Board } from '../../../lib/answers';
import type { BoardActions } from './board-context';
import { directionOf, neighbour, reception, type BoardColumn } from './columns';

interface BoardKeys {
  board: Board;
  columns: readonly BoardColumn[];
  actions: BoardActions;
  menuFor: string | null;
  focus: (cardId: string) => void;
  /** follows the focus, with a card open */
  onWalk: ((cardId: string) => void) | undefined;
}

/** Arrows, J and K go from card to card, M opens the menu of one, a number in the menu moves it. */
export function useBoardKeys({ board, columns, actions, menuFor, focus, onWalk }: BoardKeys) {
  // With its menu open a card goes to the column of the number, also before the menu has taken the focus.
  const inMenu = (event: KeyboardEvent<HTMLElement>): void => {
    const card = board.cards.find(({ id }) => id === menuFor);
    const stage = /^[1-9]$/.test(event.key) ? actions.stages[Number(event.key) - 1] : undefined;
    if (!card || !stage || reception(card, stage) === null) return;
    event.preventDefault();
    actions.closeMenu(card.id);
    actions.moveTo(card, stage);
  };

  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (menuFor) return inMenu(event);
    const cardId = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')?.dataset['card'];
    if (!cardId) return;
    if (event.key === 'm' || event.key === 'M') {
      event.preventDefault();
      actions.openMenu(cardId);
      return;
    }
    const direction = directionOf(event.key);
    if (!direction) return;
    const next = neighbour(columns, cardId, direction);
    event.preventDefault();
    if (!next) return;
    focus(next);
    onWalk?.(next);
  };
}
