import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import type { Board, Card, Stage } from '../../../lib/answers';

interface Dragged {
  board: Board;
  moveTo: (card: Card, stage: Stage) => void;
  onHold: (holding: boolean) => void;
}

/** The card in the hand; dropped on a column, it is moved there. */
export function useDragged({ board, moveTo, onHold }: Dragged): Card | null {
  const [held, setHeld] = useState<Card | null>(null);
  const latest = useRef({ board, onHold });
  useEffect(() => {
    latest.current = { board, onHold };
  });
  useEffect(() => {
    const cardById = (id: unknown): Card | undefined => latest.current.board.cards.find((card) => card.id === id);
    return monitorForElements({
      canMonitor: ({ source }) => source.data['kind'] === 'card',
      onDragStart: ({ source }) => {
        setHeld(cardById(source.data['cardId']) ?? null);
        latest.current.onHold(true);
      },
      onDrop: ({ source, location }) => {
        setHeld(null);
        latest.current.onHold(false);
        const card = cardById(source.data['cardId']);
        const stageId = location.current.dropTargets[0]?.data['stageId'];
        const stage = latest.current.board.stages.find(({ id }) => id === stageId);
        if (card && stage) moveTo(card, stage);
      },
    });
  }, [moveTo]);
  return held;
}
