import { createContext, use } from 'react';
import type { Card, Stage } from '../../../lib/answers';

export interface BoardActions {
  moveTo: (card: Card, stage: Stage) => void;
  openMenu: (cardId: string) => void;
  closeMenu: (cardId: string) => void;
  setCurrent: (cardId: string) => void;
  stages: Stage[];
  searchId: string;
  zone: string;
}

export const BoardContext = createContext<BoardActions | null>(null);

export function useBoardActions(): BoardActions {
  const actions = use(BoardContext);
  if (!actions) throw new Error('A card stands on a board.');
  return actions;
}
