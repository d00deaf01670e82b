import { Group } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { chosen, type ListState } from '../lib/list-state';
import { askedBy } from '../lib/view-words';
import { ExportMenu } from './export-menu';
import { List, type Column, type ListProps } from './list';
import { ColumnsMenu, ListBar, type Narrowing } from './list-bar';
import { Page } from './page';
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
  };

/** A page that is a list: its title, what narrows it, and its rows in whatever state they are. */
export function ListPage<Row extends { id: string }>(props: ListPageProps<Row>) {
  const { title, about, actions, width, filters, listing, over, ...list } = props;
  const table = 'columns' in list && listing ? tableOf(list.columns, listing) : {};
  return (
    <Page title={title} about={about} actions={actions} {...(width ? { width } : {})}>
      {listing ? <Bar listing={listing} columns={'columns' in list ? list.columns : []} /> : filters}
      <List {...({ ...list, ...table } as ListProps<Row>)} />
      {over}
    </Page>
  );
}

const tableOf = <Row,>(columns: readonly Column<Row>[], { asked, otherwise, change }: Listing) => ({
  columns: chosen(columns, asked.columns),
  order: {
    now: asked.sort ?? otherwise,
    change: (sort: string) => change({ sort: sort === otherwise ? undefined : sort }),
  },
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
