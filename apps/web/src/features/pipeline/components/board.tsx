import { useMemo, useRef, useState } from 'react';
import type { Board as BoardData, Card } from '../../../lib/answers';
import { BoardContext, type BoardActions } from './board-context';
import classes from './board.module.css';
import { Column } from './column';
import { columnsOf, inOrder, stepsOn, type CardFilter } from './columns';
import { useBoardKeys } from './use-board-keys';
import { useDragged } from './use-dragged';
import { useFirstPeopled } from './use-first-peopled';
import { useFocus } from './use-focus';
import { useMoves } from './use-moves';
import { useWalk } from './use-walk';

interface BoardProps {
  searchId: string;
  board: BoardData;
  filter: CardFilter;
  zone: string;
  /** the card shown in the side panel */
  openCardId: string | undefined;
  /** a card to bring into view, as soon as it is there */
  bring: { id: string } | null;
  /** another card is opened in the place of the open one */
  onWalk: (cardId: string) => void;
  onOffer: (card: Card) => void;
  onHold: (holding: boolean) => void;
}

export function Board({ searchId, board, filter, zone, openCardId, bring, onWalk, onOffer, onHold }: BoardProps) {
  const columns = useMemo(() => columnsOf(board, filter), [board, filter]);
  const stages = useMemo(() => inOrder(board.stages), [board.stages]);
  const [menuFor, openMenu] = useState<string | null>(null);
  const { toFocus, focus, current, setCurrent } = useFocus(bring, openCardId);
  const { moveTo, refused } = useMoves({ searchId, stages, onOffer, focus });
  const held = useDragged({ board, moveTo, onHold });

  const actions: BoardActions = useMemo(
    () => ({
      moveTo,
      openMenu,
      closeMenu: (cardId) => {
        openMenu(null);
        focus(cardId);
      },
      setCurrent,
      stages,
      searchId,
      zone,
    }),
    [stages, moveTo, focus, setCurrent, searchId, zone],
  );
  const onKeyDown = useBoardKeys({ board, columns, actions, menuFor, focus, onWalk: openCardId ? onWalk : undefined });
  useWalk({ openCardId, next: stepsOn(columns), onWalk });
  const element = useRef<HTMLDivElement>(null);
  useFirstPeopled(element, columns);
  const isEmpty = board.cards.length + board.placed.length === 0;

  return (
    <BoardContext value={actions}>
      <div
        ref={element}
        className={classes['board']}
        onKeyDown={onKeyDown}
        role="group"
        aria-label="Board"
        tabIndex={isEmpty ? 0 : undefined}
        data-held={held ? '' : undefined}
      >
        {columns.map(({ stage, cards, placed, vacant }, index) => (
          <Column
            key={stage.id}
            number={index + 1}
            stage={stage}
            cards={cards}
            placed={placed}
            foldable={vacant && !isEmpty}
            emptyText={isEmpty && index === 0 ? 'Add the first people you want to approach' : 'No one here'}
            {...{ held, current, menuFor, openCardId, refused, toFocus }}
          />
        ))}
      </div>
      <p className={classes['keys']} id="board-keys">
        Arrow keys or <kbd>J</kbd> and <kbd>K</kbd> go from card to card, also with one open. <kbd>M</kbd> moves it,{' '}
        <kbd>Enter</kbd> opens it, <kbd>Esc</kbd> closes it.
      </p>
    </BoardContext>
  );
}
