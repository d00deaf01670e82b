import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Card, Stage } from '../../../lib/answers';
import { reception } from './columns';

/** Whether a column takes the card in the hand, and whether that is over it. */
export function useDropTarget(column: RefObject<HTMLElement | null>, stage: Stage, held: Card | null) {
  const [over, setOver] = useState(false);
  const takes = held ? reception(held, stage) : null;
  const takesHeld = useRef(takes);
  useEffect(() => {
    takesHeld.current = takes;
  });
  useEffect(() => {
    if (!column.current) return;
    return dropTargetForElements({
      element: column.current,
      getData: () => ({ stageId: stage.id }),
      canDrop: ({ source }) => source.data['kind'] === 'card' && takesHeld.current !== null,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [column, stage.id]);
  const isOwn = held === null || held.stageId === stage.id;
  const state = isOwn ? undefined : takes === null ? ('closed' as const) : over ? ('over' as const) : ('open' as const);
  return { takes, state };
}
