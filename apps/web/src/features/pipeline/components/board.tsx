import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { announce } from '@atlaskit/pragmatic-drag-and-drop-live-region';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Board as BoardData, Card, Stage } from '../../../lib/answers';
import { notifyProblem } from '../../../lib/notify';
import { isStale, sentenceOf } from '../../../lib/problem';
import { useMoveCandidacy } from '../api/move-candidacy';
import { BoardContext, type BoardActions } from './board-context';
import classes from './board.module.css';
import { Column } from './column';
import { columnsOf, isArrow, neighbour, reception, type CardFilter } from './columns';

interface BoardProps {
  searchId: string;
  board: BoardData;
  filter: CardFilter;
  zone: string;
  /** the card shown in the side panel */
  openCardId: string | undefined;
  /** a card to bring into view, as soon as it is there */
  bring: { id: string } | null;
  onOffer: (card: Card) => void;
  onHold: (holding: boolean) => void;
}

export function Board({ searchId, board, filter, zone, openCardId, bring, onOffer, onHold }: BoardProps) {
  const columns = useMemo(() => columnsOf(board, filter), [board, filter]);
  const move = useMoveCandidacy(searchId);
  const [held, setHeld] = useState<Card | null>(null);
  const [menuFor, setMenuFor] = useState<string | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [toFocus, setToFocus] = useState<{ id: string } | null>(null);

  const latest = useRef({ board, onOffer, onHold });
  useEffect(() => {
    latest.current = { board, onOffer, onHold };
  });

  const cardById = (id: unknown): Card | undefined => latest.current.board.cards.find((card) => card.id === id);
  const { mutate } = move;
  const moveTo = useCallback(
    (card: Card, stage: Stage): void => {
      const how = reception(card, stage);
      if (how === null) return;
      if (how === 'offer') return latest.current.onOffer(card);
      const from = latest.current.board.stages.find(({ id }) => id === card.stageId)?.label ?? 'its stage';
      const { name } = card.candidate;
      announce(`${name} moved to ${stage.label}.`);
      setRefused(null);
      setToFocus({ id: card.id });
      mutate(
        { card, toStageId: stage.id },
        {
          onError: (error) => {
            setRefused(card.id);
            setToFocus({ id: card.id });
            announce(`${name} is back in ${from}. ${sentenceOf(error)}`);
            if (!isStale(error)) notifyProblem(error, `${name} stays in ${from}`);
          },
        },
      );
    },
    [mutate],
  );

  useEffect(
    () =>
      monitorForElements({
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
      }),
    [moveTo],
  );

  useEffect(() => {
    if (!refused) return;
    const fade = setTimeout(() => setRefused(null), 5000);
    return () => clearTimeout(fade);
  }, [refused]);

  useEffect(() => {
    if (bring) setToFocus(bring);
  }, [bring]);

  // A closed panel gives the focus back to the card it belonged to.
  const before = useRef(openCardId);
  useEffect(() => {
    if (before.current && !openCardId) setToFocus({ id: before.current });
    before.current = openCardId;
  }, [openCardId]);

  const actions: BoardActions = useMemo(
    () => ({
      moveTo,
      openMenu: setMenuFor,
      closeMenu: (cardId) => {
        setMenuFor(null);
        setToFocus({ id: cardId });
      },
      setCurrent,
      stages: [...board.stages].sort((a, b) => a.position - b.position),
      searchId,
      zone,
    }),
    [board.stages, moveTo, searchId, zone],
  );

  // With its menu open a card goes to the column of the number, also before the menu has taken the focus.
  const onMenuKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const card = cardById(menuFor);
    const stage = /^[1-9]$/.test(event.key) ? actions.stages[Number(event.key) - 1] : undefined;
    if (!card || !stage || reception(card, stage) === null) return;
    event.preventDefault();
    actions.closeMenu(card.id);
    moveTo(card, stage);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (menuFor) return onMenuKeyDown(event);
    const cardId = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')?.dataset['card'];
    if (!cardId) return;
    if (event.key === 'm' || event.key === 'M') {
      event.preventDefault();
      setMenuFor(cardId);
    } else if (isArrow(event.key)) {
      const next = neighbour(columns, cardId, event.key);
      event.preventDefault();
      if (next) setToFocus({ id: next });
    }
  };

  return (
    <BoardContext value={actions}>
      <div
        className={classes['board']}
        onKeyDown={onKeyDown}
        role="group"
        aria-label="Board"
        tabIndex={board.cards.length === 0 ? 0 : undefined}
        data-held={held ? '' : undefined}
      >
        {columns.map(({ stage, cards }, index) => (
          <Column
            key={stage.id}
            number={index + 1}
            stage={stage}
            cards={cards}
            held={held}
            current={current}
            menuFor={menuFor}
            openCardId={openCardId}
            refused={refused}
            toFocus={toFocus}
            emptyText={
              board.cards.length === 0 && index === 0 ? 'Add the first people you want to approach' : 'Nobody here'
            }
          />
        ))}
      </div>
      <p className={classes['keys']} id="board-keys">
        Arrows to go from card to card, <kbd>M</kbd> to move one, <kbd>Enter</kbd> to open it.
      </p>
    </BoardContext>
  );
}
