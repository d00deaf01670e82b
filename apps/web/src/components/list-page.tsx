import { Group } from '@mantine/core';
import { useMemo, type ComponentProps, type ReactNode } from 'react';
import { chosen, type ListState } from '../lib/list-state';
import { askedBy } from '../lib/view-words';
import { ExportMenu } from './export-menu';
import { List, rowsIn, type Column, type ListProps } from './list';
import { ColumnsMenu, ListBar, type Narrowing } from './list-bar';
import { type Selected, useMatching } from './matching';
import { Page } from './page';
import { AllThatMatch, SelectionBar, useSelection } from './selection';
import type { ListName } from './views/views';
import { ViewsMenu } from './views/views-menu';

/** A list whose order, columns and filters stand in the address. */
export interface Listing {
  list: ListName;
  /** what the address says */
  asked: ListState & { q?: string };
  /** the order while the address names none */
  otherwise: string;
  /** the address with something changed; what is empty is left out of it */
  change: (change: Record<string, unknown>) => void;
  /** the address as a saved view has it */
  open: (asked: Record<string, string>) => void;
  find: ReactNode;
  narrowings: readonly Narrowing[];
}

/** What can be done with several rows at once; `done` selects none any more. */
export interface Acts<Row> {
  of: (row: Row) => Selected;
  buttons: (selected: readonly Selected[], done: () => void) => ReactNode;
}

/** Takes these out of what narrows a list. */
export const without = (keys: readonly string[]): Record<string, undefined> =>
  Object.fromEntries(keys.map((key) => [key, undefined]));

type ListPageProps<Row> = Omit<ComponentProps<typeof Page>, 'children'> &
  ListProps<Row> & {
    /** what narrows the list, above it */
    filters?: ReactNode;
    listing?: Listing;
    /** what opens over the page */
    over?: ReactNode;
    /** what can be done with several rows at once */
    acts?: Acts<Row> | undefined;
  };

/** A page that is a list: its title, what narrows it, and its rows in whatever state they are. */
export function ListPage<Row extends { id: string }>(props: ListPageProps<Row>) {
  const { title, about, actions, width, filters, listing, over, acts, ...list } = props;
  const rows = rowsIn(list.query) ?? [];
  const { columns: _, ...asked } = listing?.asked ?? {};
  const { all, takeAll, clear, ...selection } = useSelection(
    rows.map(({ id }) => id),
    JSON.stringify(asked),
  );
  const isWhole = rows.length > 0 && selection.chosen.size === rows.length && (all || list.query.hasNextPage === true);
  const { data: matching } = useMatching(listing?.list ?? 'clients', asked, isWhole && acts !== undefined && !!listing);
  const selecting = acts && { ...selection, named: (row: Row) => acts.of(row).name };
  const selected =
    all && matching
      ? matching.items
      : rows.flatMap((row) => (acts && selection.chosen.has(row.id) ? acts.of(row) : []));
  const shown = useChosen('columns' in list ? list.columns : NO_COLUMNS, listing);
  const table = 'columns' in list && listing ? { columns: shown, order: orderOf(listing) } : {};
  return (
    <Page title={title} about={about} actions={actions} {...(width ? { width } : {})}>
      {listing ? <Bar listing={listing} columns={'columns' in list ? list.columns : []} /> : filters}
      {acts && selected.length > 0 ? (
        <SelectionBar
          selected={selected.length}
          one={list.one}
          many={list.many}
          acts={acts.buttons(selected, clear)}
          others={isWhole ? <AllThatMatch matching={matching} taken={all} take={takeAll} /> : null}
          onClear={clear}
        />
      ) : null}
      <List {...({ ...list, ...table, selecting } as ListProps<Row>)} />
      {over}
    </Page>
  );
}

const NO_COLUMNS: readonly never[] = [];

/** The same columns for as long as the same are asked for, so that no row is drawn anew for nothing. */
const useChosen = <Row,>(columns: readonly Column<Row>[], listing: Listing | undefined) =>
  useMemo(() => chosen(columns, listing?.asked.columns), [columns, listing?.asked.columns]);

const orderOf = ({ asked, otherwise, change }: Listing) => ({
  now: asked.sort ?? otherwise,
  change: (sort: string) => change({ sort: sort === otherwise ? undefined : sort }),
});

function Bar<Row>({ listing, columns }: { listing: Listing; columns: readonly Column<Row>[] }) {
  const { list, find, narrowings, asked, change, open } = listing;
  const shown =
    asked.columns &&
    chosen(columns, asked.columns)
      .flatMap(({ id }) => id ?? [])
      .join('.');
  return (
    <ListBar
      find={find}
      narrowings={narrowings}
      widen={(keys) => change(without(keys))}
      more={
        <Group ml="auto" gap="xs" mb="md">
          <ViewsMenu list={list} asked={asked} open={(words) => open(askedBy(words))} />
          <ColumnsMenu columns={columns} words={asked.columns} onChange={(next) => change({ columns: next })} />
          <ExportMenu address={`/api/${list}/export`} asked={{ ...asked, columns: shown }} name={list} />
        </Group>
      }
    />
  );
}
