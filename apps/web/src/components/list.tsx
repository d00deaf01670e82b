import { Button, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo, useCallback, useRef, type ReactNode, type Ref } from 'react';
import { sortedAs, sortNext, type Choosable } from '../lib/list-state';
import { rowsOf } from '../lib/pages';
import { useDrawnRows } from './drawn-rows';
import { More } from './more';
import classes from './list.module.css';
import { onRowKey, SelectAll, SelectOne, type Selection } from './selection';
import { Empty, Loaded } from './states';
import { TablePaper } from './table-paper';

interface Asked {
  error: unknown;
  refetch: () => unknown;
}
interface Whole<Row> extends Asked {
  data: readonly Row[] | undefined;
  hasNextPage?: undefined;
}
interface Paged<Row> extends Asked {
  data: { pages: { items: Row[] }[] } | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

export interface Column<Row> extends Choosable {
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  width?: number | string;
  align?: 'right';
  /** the word by which the list is sorted by it */
  by?: string;
  /** the first click has the largest, the newest or the worst first */
  downFirst?: true;
  className?: string | undefined;
}

export interface Nothing {
  icon: ReactNode;
  title: string;
  sentence: ReactNode;
  action?: ReactNode;
}

export interface Order {
  /** `name` goes up, `-name` goes down */
  now: string;
  change: (sort: string) => void;
}

/** Rows that can be selected. */
export interface Selecting<Row> extends Selection {
  /** what a row is called */
  named: (row: Row) => string;
}

interface TableLook<Row> {
  selecting?: Selecting<Row> | undefined;
  order?: Order | undefined;
  label: string;
  columns: readonly Column<Row>[];
  minWidth?: number;
  rowClassName?: string | undefined;
}
interface OwnLook<Row> {
  rows: (rows: readonly Row[]) => ReactNode;
}

export type ListProps<Row> = {
  query: Whole<Row> | Paged<Row>;
  /** one of them, as "all 12 searches shown" says it */
  one: string;
  many?: string;
  /** while there is none at all */
  none: Nothing;
  /** while there is none like that; with the way back to all of them */
  filtered?: { title: string; sentence: string; showAll?: () => void } | false | undefined;
} & (TableLook<Row> | OwnLook<Row>);

export function rowsIn<Row>(query: Whole<Row> | Paged<Row>): readonly Row[] | undefined {
  return query.hasNextPage === undefined ? query.data : query.data && rowsOf(query.data.pages);
}

/** A list as a whole or page by page: waiting, failed, empty, nothing like that, or its rows. */
export function List<Row extends { id: string }>(props: ListProps<Row>) {
  const { query, one, many, none, filtered } = props;
  const { error, refetch } = query;
  return (
    <Loaded query={{ data: rowsIn(query), error, refetch }}>
      {(rows) => {
        if (rows.length === 0) return <NoRow none={none} filtered={filtered} />;
        return (
          <>
            {'rows' in props ? props.rows(rows) : <Rows {...props} rows={rows} />}
            {query.hasNextPage === undefined ? null : (
              <More
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                load={() => void query.fetchNextPage()}
                shown={rows.length}
                one={one}
                {...(many ? { many } : {})}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function NoRow({ none, filtered }: Pick<ListProps<never>, 'none' | 'filtered'>) {
  if (!filtered)
    return (
      <Empty icon={none.icon} title={none.title} action={none.action}>
        {none.sentence}
      </Empty>
    );
  const { title, sentence, showAll } = filtered;
  return (
    <Empty
      icon={none.icon}
      title={title}
      action={
        showAll ? (
          <Button variant="default" onClick={showAll}>
            Show all
          </Button>
        ) : (
          none.action
        )
      }
    >
      {sentence}
    </Empty>
  );
}

/** Rows that are there already, as a table; of very many, those are drawn that are looked at. */
export function Rows<Row extends { id: string }>({ rows, ...look }: TableLook<Row> & { rows: readonly Row[] }) {
  const { label, columns, minWidth, rowClassName, selecting } = look;
  const ids = columns.map(({ id }) => id).join();
  const select = useSelect(selecting);
  const { some, head, body, parts, drawn, measure, ...focus } = useDrawnRows(rows, ids);
  // On a phone what is always shown says whom or what a row is about, and the others are lines beneath it.
  const lead = Math.max(
    0,
    columns.findIndex(({ id }) => id === undefined),
  );
  return (
    <TablePaper
      label={label}
      stacked
      columns={parts}
      {...(some ? { rows: rows.length + 1 } : {})}
      {...(minWidth ? { minWidth } : {})}
    >
      <Table.Thead>
        <Head {...look} rows={rows.length} head={head} />
      </Table.Thead>
      <Table.Tbody ref={body} {...focus}>
        {drawn.map(({ at, room }) => {
          const row = rows[at];
          if (room !== undefined) return <tr key={`room ${at}`} data-room aria-hidden style={{ height: room }} />;
          const selected = selecting?.chosen.has(row?.id ?? '');
          return (
            row && <DrawnRow key={row.id} {...{ row, at, columns, lead, rowClassName, measure, selected, select }} />
          );
        })}
      </Table.Tbody>
    </TablePaper>
  );
}

interface HeadProps<Row> extends TableLook<Row> {
  rows: number;
  head: Ref<HTMLTableRowElement>;
}

function Head<Row>({ columns, order, selecting, rows, head }: HeadProps<Row>) {
  return (
    <Table.Tr ref={head}>
      {selecting ? (
        <Table.Th w={36} data-select>
          <SelectAll rows={rows} selection={selecting} />
        </Table.Th>
      ) : null}
      {columns.map((column, index) => {
        const { width, align, by } = column;
        const sorted = order && sortedAs(by, order.now);
        return (
          <Table.Th key={index} w={width} ta={align} aria-sort={sorted} data-sorts={(order && by) || undefined}>
            {order && by ? <SortHead column={column} by={by} order={order} /> : column.head}
          </Table.Th>
        );
      })}
    </Table.Tr>
  );
}

/** How a row is selected now, the same for as long as the list is there. */
function useSelect<Row>(selecting: Selecting<Row> | undefined): () => Selecting<Row> | undefined {
  const now = useRef(selecting);
  now.current = selecting;
  return useCallback(() => now.current, []);
}

interface RowProps<Row> extends Pick<TableLook<Row>, 'columns' | 'rowClassName'> {
  row: Row;
  at: number;
  lead: number;
  /** absent: rows are not selected here */
  selected: boolean | undefined;
  select: () => Selecting<Row> | undefined;
  /** where not all rows are drawn: tells how high this one is */
  measure: ((row: HTMLTableRowElement | null) => void) | undefined;
}

function OneRow<Row extends { id: string }>(props: RowProps<Row>) {
  const { row, at, columns, lead, rowClassName, measure, selected, select } = props;
  const { id } = row;
  const selecting = selected === undefined ? undefined : select();
  return (
    <Table.Tr
      ref={measure}
      data-index={at}
      aria-rowindex={measure && at + 2}
      className={[classes['row'], rowClassName].join(' ')}
      data-selected={selected || undefined}
      onKeyDown={selecting && onRowKey(id, select)}
    >
      {selecting ? (
        <Table.Td data-select>
          <SelectOne
            name={selecting.named(row)}
            checked={selected ?? false}
            onChange={(on, through) => select()?.select(id, on, through)}
          />
        </Table.Td>
      ) : null}
      <Cells row={row} columns={columns} lead={lead} />
    </Table.Tr>
  );
}

/** Scrolling changes which rows are drawn, and selecting one what it shows: nothing of the others. */
const DrawnRow = memo(OneRow) as typeof OneRow;

function Cells<Row>({ row, columns, lead }: { row: Row; columns: readonly Column<Row>[]; lead: number }) {
  return columns.map(({ cell, align, head, className }, index) => (
    <Table.Td
      key={index}
      ta={align}
      data-lead={index === lead || undefined}
      data-head={index !== lead && typeof head === 'string' ? head : undefined}
      className={className ?? (align ? 'tabular' : undefined)}
    >
      {cell(row)}
    </Table.Td>
  ));
}

function SortHead<Row>({ column, by, order }: { column: Column<Row>; by: string; order: Order }) {
  const sorted = sortedAs(by, order.now);
  const Arrow = sorted === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <UnstyledButton
      className={classes['sort']}
      onClick={() => order.change(sortNext(by, order.now, column.downFirst ?? false))}
    >
      {column.head}
      {sorted ? <Arrow size={13} aria-hidden /> : null}
    </UnstyledButton>
  );
}
