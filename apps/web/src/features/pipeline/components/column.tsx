import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Moment } from '../../../components/moment';
import { position } from '../../../components/person';
import { Tip } from '../../../components/tip';
import type { Card, PlacedCard, Stage } from '../../../lib/answers';
import { count, STAGE_KIND } from '../../../lib/words';
import { useBoardActions } from './board-context';
import classes from './board.module.css';
import { CandidacyCard } from './card';
import { cardElementId } from './columns';
import { useDropTarget } from './use-drop-target';
import { useDrawnCards } from './use-drawn-cards';
import type { Wish } from './use-focus';

interface ColumnProps {
  number: number;
  stage: Stage;
  cards: Card[];
  placed: PlacedCard[];
  /** nobody stands in it: it needs no more than a strip until it is opened or something is dragged over it */
  foldable: boolean;
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

export function Column(props: ColumnProps) {
  const { number, stage, cards, placed, foldable, held, current, toFocus, emptyText, ...marks } = props;
  const column = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { takes, state } = useDropTarget(column, stage, held);
  const fold = useFold(foldable, state === 'over');
  const { rows, drawn, tabStop } = useDrawnCards({ scroller, cards, current, toFocus, toShow: marks.openCardId });
  return (
    <section
      ref={column}
      className={classes['column']}
      data-drop={state}
      data-empty={cards.length + placed.length === 0 || undefined}
      data-folded={fold?.folded || undefined}
      aria-labelledby={`stage-${stage.id}`}
    >
      <Heading number={number} stage={stage} cards={cards.length + placed.length} fold={fold} />
      <div ref={scroller} className={classes['scroller']}>
        <Placed placed={placed} />
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
        {cards.length + placed.length === 0 && state === undefined ? (
          <p className={classes['empty']}>{emptyText}</p>
        ) : null}
      </div>
    </section>
  );
}

/** Null where there is nothing to fold. */
function useFold(foldable: boolean, over: boolean): HeadingProps['fold'] {
  const [opened, setOpened] = useState(false);
  const folded = !opened && !over;
  return foldable ? { folded, toggle: () => setOpened(folded) } : null;
}

/** Who was placed stays to be seen, above whoever is still there. */
function Placed({ placed }: Pick<ColumnProps, 'placed'>) {
  const { searchId, zone } = useBoardActions();
  if (placed.length === 0) return null;
  return (
    <ul className={classes['placed']} aria-label="Placed">
      {placed.map(({ id, candidate, placedAt }) => (
        <li key={id}>
          <Link
            id={cardElementId(id)}
            to="/searches/$searchId"
            params={{ searchId }}
            search={(before) => ({ ...before, candidacy: id })}
            resetScroll={false}
            preload={false}
          >
            {candidate.name}
          </Link>
          <span>{position(candidate.title, candidate.employer)}</span>
          <span className={classes['since']}>
            <IconCircleCheck size={14} aria-hidden /> placed <Moment at={placedAt} zone={zone} as="day" />
          </span>
        </li>
      ))}
    </ul>
  );
}

interface HeadingProps {
  number: number;
  stage: Stage;
  cards: number;
  fold: { folded: boolean; toggle: () => void } | null;
}

function Heading({ number, stage, cards, fold }: HeadingProps) {
  const { id, label, kind, budgetWorkingDays } = stage;
  return (
    <header className={classes['heading']}>
      <Tip label={`Kind: ${STAGE_KIND[kind]}. Key ${number} in the move menu.`}>
        <h2 id={`stage-${id}`}>{label}</h2>
      </Tip>
      <span className={classes['count']}>
        {cards}
        <VisuallyHidden> {cards === 1 ? 'card' : 'cards'}</VisuallyHidden>
      </span>
      {fold ? (
        <ActionIcon
          size="sm"
          className={classes['fold'] ?? ''}
          aria-label={`${fold.folded ? 'Unfold' : 'Fold'} ${label}`}
          aria-expanded={!fold.folded}
          onClick={fold.toggle}
        >
          {fold.folded ? <IconChevronRight size={15} /> : <IconChevronLeft size={15} />}
        </ActionIcon>
      ) : null}
      {budgetWorkingDays === null ? null : (
        <Tip label={`A card should leave within ${count(budgetWorkingDays, 'working day')}`}>
          <span className={classes['budget']}>{count(budgetWorkingDays, 'work day')}</span>
        </Tip>
      )}
    </header>
  );
}
