import { Button, Group, Stack, Table } from '@mantine/core';
import { IconGift, IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { choice, countryNarrowing } from '../../components/filters';
import { ExportButton } from '../../components/export-button';
import { Definition } from '../../components/definition';
import { ExportChoices } from '../../components/export-choices';
import { ExportMenu } from '../../components/export-menu';
import { FindBox } from '../../components/find-box';
import { List, Rows, type Column, type ListProps } from '../../components/list';
import { ColumnsMenu, ListBar } from '../../components/list-bar';
import { ListPage } from '../../components/list-page';
import { More } from '../../components/more';
import { Page } from '../../components/page';
import { AllThatMatch, SelectionBar, useSelection } from '../../components/selection';
import { Empty, Failed, Waiting } from '../../components/states';
import { ActivityEntry } from '../../components/timeline/activity-entry';
import { ChangeActivity } from '../../components/timeline/change-activity';
import { EarlierWording } from '../../components/timeline/earlier-wording';
import { Timeline, TimelineEntry } from '../../components/timeline/timeline';
import { TablePaper } from '../../components/table-paper';
import type { LoggedActivity } from '../../lib/answers';
import { EditViews } from '../../components/views/edit-views';
import { SaveView } from '../../components/views/save-view';
import { ViewsMenu } from '../../components/views/views-menu';
import { Tip } from '../../components/tip';
import { WillStay } from '../../components/will-stay';
import { LAYER, SIGNAL } from '../../lib/words';
import { ApiProblem } from '../../lib/problem';
import { MOMENTS } from './samples';

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
const COLUMNS: Column<Row>[] = [
  { by: 'title', head: 'Search', cell: ({ title }) => <Link to="/">{title}</Link> },
  { id: 'days', by: 'days', head: 'Day', align: 'right', cell: ({ days }) => days },
];
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
  columns: COLUMNS,
};
const NO_MATCH = { title: 'No matching searches', sentence: 'None match these filters.', showAll: refetch };
const list = (props: Pick<ListProps<Row>, 'query' | 'filtered'>) => <List<Row> {...LOOK} {...props} />;
const page = { data: { pages: [{ items: ROWS }] }, error: null, refetch, isFetchingNextPage: false, fetchNextPage };

const CALL: LoggedActivity = {
  id: 'a1',
  kind: 'call',
  at: MOMENTS[1] ?? '',
  by: { id: 'p1', name: 'Ada Sample' },
  text: 'Has two other offers.\nDecides on Friday.',
  version: 2,
  withdrawn: null,
  changeable: true,
  mentions: [],
};

function SomeSelected() {
  const { clear, ...selection } = useSelection(ROWS.map(({ id }) => id));
  return (
    <>
      <SelectionBar
        selected={selection.chosen.size}
        one="search"
        many="searches"
        acts={<Button size="xs">An act</Button>}
        others={
          selection.chosen.size === ROWS.length ? (
            <AllThatMatch
              matching={{ items: ROWS.map(({ id, title }) => ({ id, name: title, version: 1 })), more: true }}
              taken={selection.all}
              take={selection.takeAll}
            />
          ) : null
        }
        onClear={clear}
      />
      <Rows<Row>
        label="Searches to select"
        rows={ROWS}
        columns={COLUMNS}
        minWidth={320}
        selecting={{ ...selection, named: ({ title }) => title }}
      />
    </>
  );
}

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
  'ListBar, with filters that are set': (
    <ListBar
      find={<FindBox label="Find" value="" onChange={refetch} />}
      narrowings={[
        choice('layer', 'Layer', LAYER, 'research', refetch),
        countryNarrowing('DE', refetch),
        choice('signal', 'Background', SIGNAL, undefined, refetch),
      ]}
      widen={refetch}
      more={<ColumnsMenu columns={COLUMNS} words="days" onChange={refetch} />}
    />
  ),
  'Rows, sorted by a head': (
    <Rows<Row>
      label="Searches"
      rows={ROWS}
      columns={COLUMNS}
      minWidth={320}
      order={{ now: '-days', change: refetch }}
    />
  ),
  'Views of a list': (
    <>
      <ViewsMenu list="clients" asked={{ sort: '-industry' }} open={refetch} />
      <SaveView opened={false} list="clients" asked={['sort=-industry']} onClose={refetch} />
      <EditViews opened={false} views={[]} now={[]} onClose={refetch} />
    </>
  ),
  'Rows, some of them selected': <SomeSelected />,
  ExportMenu: <ExportMenu address="/api/clients/export" asked={{ sort: '-industry' }} name="clients" />,
  'ExportButton, before and after it is asked for': (
    <Group>
      <ExportButton />
      <ExportButton small loading />
      <ExportChoices address="/api/clients/export" asked={{}} name="clients" />
    </Group>
  ),
  Definition: <Definition>From the opening of a search to its first offer</Definition>,
  Tip: (
    <Tip label="What there is more to say">
      <Button variant="default">Point at me</Button>
    </Tip>
  ),
  'List, waiting': list({ query: { data: undefined, error: null, refetch } }),
  'List, failed': list({ query: { data: undefined, error: refusal, refetch } }),
  'List, empty': list({ query: { data: [], error: null, refetch } }),
  'List, nothing like that': list({ query: { data: [], error: null, refetch }, filtered: NO_MATCH }),
  'List, all shown': list({ query: { data: ROWS, error: null, refetch } }),
  Timeline: (
    <Timeline>
      <ActivityEntry activity={CALL} about=" with Ida Example" />
      <ActivityEntry
        activity={{
          ...CALL,
          changeable: false,
          withdrawn: { at: MOMENTS[0] ?? '', by: CALL.by, reason: 'It was another search' },
        }}
      />
      <TimelineEntry
        icon={<IconGift size={14} />}
        what="Offer extended"
        text={null}
        at={MOMENTS[4] ?? ''}
        details={[]}
        voided={false}
      />
    </Timeline>
  ),
  EarlierWording: <EarlierWording activityId="a1" />,
  ChangeActivity: <ChangeActivity activity={CALL} />,
  WillStay: (
    <WillStay
      refused={[{ at: 1, detail: 'This colleague leads the search already.' }]}
      things={ROWS.map(({ title }) => ({ name: title }))}
    />
  ),
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
