import { useLayoutEffect, type RefObject } from 'react';
import type { BoardColumn } from './columns';

/** A board that is wider than the screen begins where somebody stands, and not with stages that are folded. */
export function useFirstPeopled(board: RefObject<HTMLElement | null>, columns: readonly BoardColumn[]): void {
  useLayoutEffect(() => {
    const at = columns.findIndex(({ vacant }) => !vacant);
    const column = board.current?.children[at];
    if (!board.current || !(column instanceof HTMLElement) || at === 0) return;
    const { clientWidth, scrollWidth } = board.current;
    const isSeen = column.offsetLeft + column.offsetWidth <= clientWidth;
    if (scrollWidth > clientWidth && !isSeen) board.current.scrollLeft = column.offsetLeft - GAP;
    // as it opens; from then on it stands where it was put
  }, []);
}

const GAP = 16;
