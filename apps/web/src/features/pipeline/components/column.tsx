import { Tooltip, VisuallyHidden } from '@mantine/core';
import { useRef } from 'react';
import type { Card, Stage } from '../../../lib/answers';
import { count, STAGE_KIND } from '../../../lib/words';
import classes from './board.module.css';
import { CandidacyCard } from './card';
import { useDropTarget } from './use-drop-target';
import { useDrawnCards } from './use-drawn-cards';
import type { Wish } from './use-focus';

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
  toFocus: Wish;
  emptyText: string;
}

export function Column({ number, stage, cards, held, current, toFocus, emptyText, ...marks }: ColumnProps) {
  const column = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { takes, state } = useDropTarget(column, stage, held);
  const { rows, drawn, tabStop } = useDrawnCards({ scroller, cards, current, toFocus });
  return (
    <section
      ref={column}
      className={classes['column']}
      data-drop={state}
      data-empty={cards.length === 0 || undefined}
      aria-labelledby={`stage-${stage.id}`}
    >
      <Heading number={number} stage={stage} cards={cards.length} />
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
                  menuOpen={marks.menuFor === card.id}
                  open={marks.openCardId === card.id}
                  refused={marks.refused === card.id}
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

function Heading({ number, stage, cards }: { number: number; stage: Stage; cards: number }) {
  const { id, label, kind, budgetWorkingDays } = stage;
  return (
    <header className={classes['heading']}>
      <Tooltip label={`Kind: ${STAGE_KIND[kind]}. Key ${number} in the move menu.`}>
        <h2 id={`stage-${id}`}>{label}</h2>
      </Tooltip>
      <span className={classes['count']}>
        {cards}
        <VisuallyHidden> {cards === 1 ? 'card' : 'cards'}</VisuallyHidden>
      </span>
      {budgetWorkingDays === null ? null : (
        <Tooltip label={`A card should leave within ${count(budgetWorkingDays, 'working day')}`}>
          <span className={classes['budget']}>{count(budgetWorkingDays, 'work day')}</span>
        </Tooltip>
      )}
    </header>
  );
}
