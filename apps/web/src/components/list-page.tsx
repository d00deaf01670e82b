import type { ComponentProps, ReactNode } from 'react';
import { List, type ListProps } from './list';
import { Page } from './page';

type ListPageProps<Row> = Omit<ComponentProps<typeof Page>, 'children'> &
  ListProps<Row> & {
    /** what narrows the list, above it */
    filters?: ReactNode;
    /** what opens over the page */
    over?: ReactNode;
  };

/** A page that is a list: its title, what narrows it, and its rows in whatever state they are. */
export function ListPage<Row extends { id: string }>(props: ListPageProps<Row>) {
  const { title, about, actions, width, filters, over, ...list } = props;
  return (
    <Page title={title} about={about} actions={actions} {...(width ? { width } : {})}>
      {filters}
      <List {...(list as ListProps<Row>)} />
      {over}
    </Page>
  );
}
