import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, type RefObject } from 'react';
import type { Card } from '../../../lib/answers';
import { usePrinting } from '../../../lib/printing';
import { focusCard } from './board-focus';
import type { Wish } from './use-focus';

const CARD_HEIGHT = 112;

interface DrawnCards {
  scroller: RefObject<HTMLDivElement | null>;
  cards: Card[];
  current: string | null;
  toFocus: Wish;
  /** the card that is open beside the board */
  toShow: string | undefined;
}

/** The cards of a column that are drawn, which of them Tab reaches, and the wished-for one brought into view. */
export function useDrawnCards({ scroller, cards, current, toFocus, toShow }: DrawnCards) {
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

  const open = toShow ? cards.findIndex(({ id }) => id === toShow) : -1;
  useLayoutEffect(() => {
    if (open < 0) return;
    rows.scrollToIndex(open);
    // once the board has made room for the panel
    const frame = requestAnimationFrame(() =>
      scroller.current?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
    // Only another card is brought into view; cards that shift around are not.
  }, [toShow, open >= 0]);

  // paper does not scroll
  const printing = usePrinting();
  return { rows, drawn: printing ? cards.map(({ id }, index) => ({ index, key: id, start: 0 })) : drawn, tabStop };
}
