import { Group } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { chosen, type ListState } from '../lib/list-state';
import { List, type Column, type ListProps } from './list';
import { ColumnsMenu, ListBar, type Narrowing } from './list-bar';
import { Page } from './page';

/** A list whose order, columns and filters stand in the address. */
export interface Listing {
  state: ListState;
  /** the order while the address names none */
  otherwise: string;
  change: (change: ListState) => void;
  find: ReactNode;
  narrowings: readonly Narrowing[];
  widen: (keys: string[]) => void;
}

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

const tableOf = <Row,>(columns: readonly Column<Row>[], { state, otherwise, change }: Listing) => ({
  columns: chosen(columns, state.columns),
  order: {
    now: state.sort ?? otherwise,
    change: (sort: string) => change({ sort: sort === otherwise ? undefined : sort }),
  },
});

function Bar<Row>({ listing, columns }: { listing: Listing; columns: readonly Column<Row>[] }) {
  const { find, narrowings, widen, state, change } = listing;
  return (
    <ListBar
      find={find}
      narrowings={narrowings}
      widen={widen}
      more={
        <Group ml="auto" gap="xs">
          <ColumnsMenu columns={columns} words={state.columns} onChange={(next) => change({ columns: next })} />
        </Group>
      }
    />
  );
}
