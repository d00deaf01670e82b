import { useMediaQuery } from '@mantine/hooks';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent } from 'react';
import { flushSync } from 'react-dom';
import { usePrinting } from '../lib/printing';

/** Of more rows than this, those are drawn that are looked at. */
const MANY = 100;
const ROW_HEIGHT = 53;

/** What stands in a list: the row of this index, or before it room for some that are not drawn. */
interface Drawn {
  at: number;
  room?: number;
}

/** Which rows of a long list are drawn: those in sight, the one that has the focus, and all where all are read. */
export function useDrawnRows(rows: readonly { id: string }[], columns: string) {
  const many = rows.length > MANY;
  const [printing, finding] = [usePrinting(), useFinding(many)];
  const some = many && !printing && !finding;
  const { head, parts, measured } = useKeptWidths(some, columns);
  const body = useRef<HTMLTableSectionElement>(null);
  const focused = useRef<string>(undefined);
  const [top, setTop] = useState(0);
  const { measureElement, ...virtual } = useVirtualRows(rows, some, top, focused);
  // what stands above the list comes and goes
  useLayoutEffect(() => {
    if (some && body.current) setTop(Math.round(body.current.getBoundingClientRect().top + window.scrollY));
  });
  return {
    some,
    head,
    body,
    parts,
    measure: some ? measureElement : undefined,
    drawn: !some
      ? rows.map((_, at): Drawn => ({ at }))
      : measured
        ? withRoom(virtual.items, top, top + virtual.height)
        : theFirst(rows.length),
    onFocus: ({ target }: FocusEvent): void => {
      focused.current = rows[Number(target.closest('tr')?.dataset['index'])]?.id;
    },
    onBlur: (): void => {
      focused.current = undefined;
    },
  };
}

function useVirtualRows(
  rows: readonly { id: string }[],
  some: boolean,
  top: number,
  focused: { readonly current: string | undefined },
) {
  const virtual = useWindowVirtualizer({
    count: rows.length,
    enabled: some,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (at) => rows[at]?.id ?? at,
    scrollMargin: top,
    overscan: 15,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      const at = rows.findIndex(({ id }) => id === focused.current);
      return at < 0 || inSight.includes(at) ? inSight : [...inSight, at].sort((a, b) => a - b);
    },
  });
  return {
    items: virtual.getVirtualItems(),
    height: virtual.getTotalSize(),
    measureElement: virtual.measureElement,
  };
}

/** What the columns are measured by. */
const theFirst = (rows: number): Drawn[] => [
  ...Array.from({ length: MANY }, (_, at) => ({ at })),
  { at: MANY, room: (rows - MANY) * ROW_HEIGHT },
];

function withRoom(
  items: readonly { index: number; start: number; end: number }[],
  top: number,
  bottom: number,
): Drawn[] {
  const drawn: Drawn[] = [];
  let end = top;
  for (const { index, ...row } of items) {
    if (row.start > end) drawn.push({ at: index, room: row.start - end });
    drawn.push({ at: index });
    end = row.end;
  }
  if (bottom > end) drawn.push({ at: -1, room: bottom - end });
  return drawn;
}

/** From when somebody looks for words in the page, before the browser does: it finds nothing that is not drawn. */
function useFinding(many: boolean): boolean {
  const [finding, setFinding] = useState(false);
  useEffect(() => {
    if (!many) return;
    const onKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): void => {
      if (key === 'F3' || ((ctrlKey || metaKey) && ['f', 'g'].includes(key.toLowerCase())))
        flushSync(() => setFinding(true));
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [many]);
  return finding;
}

/** Rows that come and go would move the columns: while they do, each keeps its part of the width. */
function useKeptWidths(on: boolean, columns: string) {
  const head = useRef<HTMLTableRowElement>(null);
  // on a phone there are none
  const isTable = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const [kept, keep] = useState<{ columns: string; parts: readonly number[] }>();
  const parts = on && isTable && kept?.columns === columns ? kept.parts : undefined;
  const measured = !isTable || parts !== undefined;
  useLayoutEffect(() => {
    if (!on || measured || !head.current) return;
    const widths = [...head.current.cells].map(({ offsetWidth }) => offsetWidth);
    const whole = widths.reduce((a, b) => a + b, 0);
    keep({ columns, parts: widths.map((width) => width / whole) });
  });
  return { head, parts, measured };
}
