import { Button, Stack, Table } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { List, type ListProps } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { More } from '../../components/more';
import { Page } from '../../components/page';
import { Empty, Failed, Waiting } from '../../components/states';
import { TablePaper } from '../../components/table-paper';
import { ApiProblem } from '../../lib/problem';

interface Row {
  id: string;
  title: string;
  days: number;
}
const ROWS: Row[] = [
  { id: '1', title: 'Chief AI Officer', days: 18 },
  { id: '2', title: 'VP MLOps', days: 41 },
];
const refetch = (): void => undefined;
const fetchNextPage = (): void => undefined;
const refusal = new ApiProblem(503, 'unavailable', 'The database is not answering. Try again in a moment.');
const LOOK = {
  one: 'search',
  many: 'searches',
  none: {
    icon: <IconTargetArrow size={22} />,
    title: 'No searches yet',
    sentence: 'Open the first one from a role template.',
    action: <Button>Open a search</Button>,
  },
  label: 'Searches',
  minWidth: 320,
  columns: [
    { head: 'Search', cell: ({ title }: Row) => <Link to="/">{title}</Link> },
    { head: 'Day', align: 'right' as const, cell: ({ days }: Row) => days },
  ],
};
const NO_MATCH = { title: 'No matching searches', sentence: 'None match these filters.', showAll: refetch };
const list = (props: Pick<ListProps<Row>, 'query' | 'filtered'>) => <List<Row> {...LOOK} {...props} />;
const page = { data: { pages: [{ items: ROWS }] }, error: null, refetch, isFetchingNextPage: false, fetchNextPage };

export const LISTS: Record<string, ReactNode> = {
  Page: (
    <Page title="A page" about="One line: what this page answers" actions={<Button>An action</Button>} width="read">
      What stands on it.
    </Page>
  ),
  'ListPage, the first page of several': (
    <ListPage<Row>
      title="A page that is a list"
      about="With its state"
      {...LOOK}
      query={{ ...page, hasNextPage: false }}
    />
  ),
  'List, waiting': list({ query: { data: undefined, error: null, refetch } }),
  'List, failed': list({ query: { data: undefined, error: refusal, refetch } }),
  'List, empty': list({ query: { data: [], error: null, refetch } }),
  'List, nothing like that': list({ query: { data: [], error: null, refetch }, filtered: NO_MATCH }),
  'List, all shown': list({ query: { data: ROWS, error: null, refetch } }),
  More: (
    <Stack gap={0}>
      <More hasMore={false} loading={false} load={refetch} shown={12} one="search" many="searches" />
      <More hasMore loading load={refetch} shown={12} one="search" many="searches" />
    </Stack>
  ),
  Empty: (
    <Empty icon={<IconTargetArrow size={22} />} title="Nothing is stuck" action={<Button>See the searches</Button>}>
      As soon as something stops moving, it appears here with its reason.
    </Empty>
  ),
  Waiting: <Waiting rows={3} />,
  'Failed, and not found': (
    <Stack>
      <Failed error={refusal} retry={refetch} />
      <Failed error={new ApiProblem(404, 'not_found', 'There is nothing here.')} retry={refetch} />
    </Stack>
  ),
  TablePaper: (
    <TablePaper label="A table" minWidth={320}>
      <Table.Tbody>
        <Table.Tr>
          <Table.Td>A cell</Table.Td>
          <Table.Td>
            <Link to="/">A link</Link>
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </TablePaper>
  ),
};
