import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Tooltip, VisuallyHidden } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Card, Stage } from '../../../lib/answers';
import { count, STAGE_KIND } from '../../../lib/words';
import { focusCard } from './board-focus';
import classes from './board.module.css';
import { CandidacyCard } from './card';
import { reception } from './columns';

interface ColumnProps {
  number: number;
  stage: Stage;
  cards: Card[];
  /** the card being dragged anywhere on the board */
  held: Card | null;
  /** the card that had the focus last */
  current: string | null;
  menuFor: string | null;
  openCardId: string | undefined;
  refused: string | null;
  toFocus: { id: string } | null;
  emptyText: string;
}

const CARD_HEIGHT = 112;

export function Column({
  number,
  stage,
  cards,
  held,
  current,
  menuFor,
  openCardId,
  refused,
  toFocus,
  emptyText,
}: ColumnProps) {
  const column = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
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
  }, [stage.id]);

  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => cards[index]?.id ?? index,
    overscan: 5,
    gap: 8,
    paddingStart: 4,
    paddingEnd: 12,
  });

  // One card of each column is reached by Tab: the one last used, else the first that is drawn.
  const drawn = rows.getVirtualItems();
  const tabStop = drawn.some(({ key }) => key === current) ? current : drawn[0]?.key;

  const wanted = toFocus ? cards.findIndex(({ id }) => id === toFocus.id) : -1;
  useLayoutEffect(() => {
    if (!toFocus || wanted < 0) return;
    rows.scrollToIndex(wanted);
    return focusCard(toFocus.id);
    // Only a new wish moves the focus; cards that shift around do not.
  }, [toFocus, wanted >= 0]);

  const state =
    held === null || held.stageId === stage.id ? undefined : takes === null ? 'closed' : over ? 'over' : 'open';
  return (
    <section
      ref={column}
      className={classes['column']}
      data-drop={state}
      data-empty={cards.length === 0 || undefined}
      aria-labelledby={`stage-${stage.id}`}
    >
      <header className={classes['heading']}>
        <Tooltip label={`Kind: ${STAGE_KIND[stage.kind]}. Key ${number} in the move menu.`}>
          <h2 id={`stage-${stage.id}`}>{stage.label}</h2>
        </Tooltip>
        <span className={classes['count']}>
          {cards.length}
          <VisuallyHidden> {cards.length === 1 ? 'card' : 'cards'}</VisuallyHidden>
        </span>
        {stage.budgetWorkingDays === null ? null : (
          <Tooltip label={`A card is expected to leave within ${count(stage.budgetWorkingDays, 'working day')}`}>
            <span className={classes['budget']}>{count(stage.budgetWorkingDays, 'work day')}</span>
          </Tooltip>
        )}
      </header>
      <div ref={scroller} className={classes['scroller']}>
        <ul className={classes['cards']} style={{ height: rows.getTotalSize() }}>
          {drawn.map(({ index, key, start }) => {
            const card = cards[index];
            return card ? (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                aria-setsize={cards.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <CandidacyCard
                  card={card}
                  tabStop={tabStop === card.id}
                  held={held?.id === card.id}
                  menuOpen={menuFor === card.id}
                  open={openCardId === card.id}
                  refused={refused === card.id}
                />
              </li>
            ) : null;
          })}
        </ul>
        {state === 'over' ? (
          <p className={classes['drop']}>
            {takes === 'offer' ? 'Drop to extend an offer' : `Drop to move to ${stage.label}`}
          </p>
        ) : null}
        {cards.length === 0 && state === undefined ? <p className={classes['empty']}>{emptyText}</p> : null}
      </div>
    </section>
  );
}
