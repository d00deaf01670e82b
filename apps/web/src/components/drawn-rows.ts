import { useMediaQuery } from '@mantine/hooks';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { usePrinting } from '../lib/printing';

/** Of more rows than this, those are drawn that are looked at. */
const MANY = 100;
/** Until the first of them were drawn. */
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
  const body = useRef<HTMLTableSectionElement>(null);
  const { head, look } = useLook(some, columns, body);
  const focused = useRef<string>(undefined);
  const [top, setTop] = useState(0);
  const { measureElement, ...virtual } = useVirtualRows(rows, { top, height: look?.height, focused });
  // what stands above the list comes and goes
  useLayoutEffect(() => {
    if (some && body.current) setTop(Math.round(body.current.getBoundingClientRect().top + window.scrollY));
  });
  return {
    some,
    head,
    body,
    parts: look?.parts,
    measure: look ? measureElement : undefined,
    drawn: !some
      ? rows.map((_, at): Drawn => ({ at }))
      : look
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

interface VirtualRows {
  top: number;
  /** of a row that was not drawn yet; none: all are drawn, or the first to tell by */
  height: number | undefined;
  focused: { readonly current: string | undefined };
}

function useVirtualRows(rows: readonly { id: string }[], { top, height, focused }: VirtualRows) {
  const virtual = useWindowVirtualizer({
    count: rows.length,
    enabled: height !== undefined,
    estimateSize: () => height ?? ROW_HEIGHT,
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

/** What the others are measured by. */
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

interface Look {
  of: string;
  /** the part of the width that each column has; on a phone there are none */
  parts: readonly number[] | undefined;
  /** of a row, on average */
  height: number;
}

/**
 * How the first rows look: the columns keep their width, whatever rows come and go, and a place in the list is where it
 * was, also when somebody comes back to it.
 */
function useLook(on: boolean, columns: string, body: RefObject<HTMLTableSectionElement | null>) {
  const head = useRef<HTMLTableRowElement>(null);
  const isTable = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const [kept, keep] = useState<Look>();
  const of = `${isTable} ${columns}`;
  const look = on && kept?.of === of ? kept : undefined;
  useLayoutEffect(() => {
    if (!on || look || !head.current || !body.current) return;
    const widths = [...head.current.cells].map(({ offsetWidth }) => offsetWidth);
    const whole = widths.reduce((a, b) => a + b, 0);
    const heights = [...body.current.rows].slice(0, MANY).map(({ offsetHeight }) => offsetHeight);
    const height = heights.reduce((a, b) => a + b, 0) / heights.length;
    keep({ of, parts: isTable ? widths.map((width) => width / whole) : undefined, height });
  });
  return { head, look };
}
