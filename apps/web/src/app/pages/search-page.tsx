import { Box, Button, Checkbox, Paper, Stack, Tabs, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconClipboardText, IconFilter, IconMessagePlus, IconUserPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { LinkButton } from '../../components/link-button';
import { LogActivityForm } from '../../components/log-activity-form';
import { useTitle } from '../../components/page';
import { Failed, Loaded, Waiting } from '../../components/states';
import { Happenings } from '../../features/timeline/components/happenings';
import { useBoard } from '../../features/pipeline/api/board';
import { Board } from '../../features/pipeline/components/board';
import { EndOthers } from '../../features/pipeline/components/end-others';
import { CandidatesTable } from '../../features/pipeline/components/candidates-table';
import type { CardFilter } from '../../features/pipeline/components/columns';
import { useSearchRecord } from '../../features/searches/api/find-search';
import { BreakGlass } from '../../features/break-glass/components/break-glass';
import { Brief } from '../../features/searches/components/brief';
import { SearchHeader } from '../../features/searches/components/search-header';
import { SearchMenu } from '../../features/searches/components/search-menu';
import { FlagsTab } from '../../features/flags/components/flags-tab';
import { TaskList } from '../../features/tasks/components/task-list';
import type { Search } from '../../lib/answers';
import { isStatus } from '../../lib/problem';
import { useMe } from '../../lib/session';
import { useRoomBeside } from '../panels/room-beside';
import { useOver, type Over } from '../panels/use-over';
import { TABS, type Tab } from '../search-params';
import classes from './search-page.module.css';

const SearchOver = lazy(() => import('../panels/search-over').then((module) => ({ default: module.SearchOver })));
const SearchPolicy = lazy(() =>
  import('../../features/policies/components/search-policy').then((module) => ({ default: module.SearchPolicy })),
);
const SearchFiguresTab = lazy(() =>
  import('../../features/figures/components/search-figures').then((module) => ({ default: module.SearchFiguresTab })),
);
const route = getRouteApi('/app/searches/$searchId');

const ALL_SEARCHES = <LinkButton to="/searches">All searches</LinkButton>;

export function SearchPage() {
  const { searchId } = route.useParams();
  const search = useSearchRecord(searchId);
  const { user } = useMe();
  if (search.data === undefined && isStatus(search.error, 404) && user.role === 'admin') {
    return (
      <Stack align="center">
        <Failed error={search.error} retry={() => void search.refetch()} onward={ALL_SEARCHES} />
        <BreakGlass search={searchId} onOpened={() => void search.refetch()} />
      </Stack>
    );
  }
  return (
    <Loaded query={search} waiting={<Waiting rows={4} height={80} />} onward={ALL_SEARCHES}>
      {(record) => <SearchView key={searchId} search={record} />}
    </Loaded>
  );
}

const OF_CARDS: readonly Tab[] = ['board', 'candidates'];

function SearchView({ search }: { search: Search }) {
  const { tab = 'board', people = '', flagged = false } = route.useSearch();
  const navigate = route.useNavigate();
  const over = useOver(search.id);
  const [filter, setFilter] = useState<CardFilter>({ text: people, flagged });
  useTitle(search.title);
  const showCards = (wanted: CardFilter): void => {
    setFilter(wanted);
    const { text, flagged: only } = wanted;
    const search = { people: text || undefined, flagged: only || undefined };
    void navigate({ search: (before) => ({ ...before, ...search }), replace: true, resetScroll: false });
  };
  const show = (value: string | null): void =>
    void navigate({ search: (before) => ({ ...before, tab: value === 'board' ? undefined : (value as Tab) }) });
  const beside = useRoomBeside() && over.candidacyId !== undefined;
  return (
    <div className={classes['frame']} data-beside={beside || undefined}>
      <div className={classes['page']} data-tab={tab}>
        <SearchHeader search={search} actions={<Actions search={search} over={over} />} />
        <Tabs className={classes['tabs'] ?? ''} value={tab} onChange={show}>
          <div className={classes['bar']}>
            <Tabs.List>
              {Object.entries(TABS).map(([value, label]) => (
                <Tabs.Tab key={value} value={value}>
                  {label}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {OF_CARDS.includes(tab) ? <FilterCards filter={filter} onChange={showCards} /> : null}
          </div>
          <Tabs.Panel value={tab} className={classes['panel'] ?? ''}>
            <Shown tab={tab} search={search} over={over} filter={filter} />
          </Tabs.Panel>
        </Tabs>
      </div>
      <Suspense fallback={null}>
        <SearchOver search={search} over={over} />
      </Suspense>
    </div>
  );
}

function Actions({ search, over }: { search: Search; over: Over }) {
  return (
    <>
      {search.allowed.addCandidates ? (
        <Button ref={over.addButton} leftSection={<IconUserPlus size={16} />} onClick={over.add}>
          Add a candidate
        </Button>
      ) : null}
      {search.allowed.addCandidates ? (
        <Button
          ref={over.pasteButton}
          variant="default"
          leftSection={<IconClipboardText size={16} />}
          onClick={over.paste}
        >
          Paste a list
        </Button>
      ) : null}
      <SearchMenu search={search} />
    </>
  );
}

interface FilterCardsProps {
  filter: CardFilter;
  onChange: (filter: CardFilter) => void;
}

function FilterCards({ filter, onChange }: FilterCardsProps) {
  return (
    <div className={classes['filter']}>
      <TextInput
        size="xs"
        w={190}
        aria-label="Filter people"
        placeholder="Filter people"
        leftSection={<IconFilter size={14} />}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <Checkbox
        size="xs"
        label="Flagged only"
        checked={filter.flagged}
        onChange={(event) => onChange({ ...filter, flagged: event.currentTarget.checked })}
      />
    </div>
  );
}

interface ShownProps {
  tab: Tab;
  search: Search;
  over: Over;
  filter: CardFilter;
}

function Shown({ tab, search, over, filter }: ShownProps) {
  switch (tab) {
    case 'brief':
      return (
        <>
          <Brief search={search} onEdit={over.edit.open} />
          <Suspense fallback={<Waiting rows={2} />}>
            <SearchPolicy searchId={search.id} />
          </Suspense>
        </>
      );
    case 'flags':
      return <FlagsTab searchId={search.id} zone={search.office.timeZone} isRunning={search.health !== null} />;
    case 'figures':
      return (
        <Suspense fallback={<Waiting rows={3} height={90} />}>
          <SearchFiguresTab searchId={search.id} />
        </Suspense>
      );
    case 'tasks':
      return (
        <Paper p="lg" maw={760}>
          <TaskList about={{ searchId: search.id }} none="No tasks for this search." />
        </Paper>
      );
    case 'activity':
      return (
        <Paper p="lg" maw={760}>
          <LogHere searchId={search.id} />
          <Happenings
            of={{ searchId: search.id }}
            zone={search.office.timeZone}
            none="Calls, notes, moves, interviews and offers of this search will be listed here."
          />
        </Paper>
      );
    case 'board':
    case 'candidates':
      return <Cards tab={tab} search={search} over={over} filter={filter} />;
  }
}

function LogHere({ searchId }: { searchId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Box mb="lg">
      {open ? (
        <LogActivityForm searchId={searchId} onDone={() => setOpen(false)} />
      ) : (
        <Button size="xs" leftSection={<IconMessagePlus size={15} />} onClick={() => setOpen(true)}>
          Log an activity
        </Button>
      )}
    </Box>
  );
}

function Cards({ tab, search, over, filter }: ShownProps) {
  const [holding, setHolding] = useState(false);
  const [settled] = useDebouncedValue(filter, 120);
  const board = useBoard(search.id, holding);
  const zone = search.office.timeZone;
  return (
    <Loaded query={board} waiting={<Waiting rows={3} height={110} />}>
      {(data) =>
        tab === 'board' ? (
          <>
            <EndOthers board={data} />
            <Board
              searchId={search.id}
              board={data}
              filter={settled}
              zone={zone}
              openCardId={over.candidacyId}
              bring={over.brought}
              onWalk={over.walk}
              onOffer={over.offer}
              onHold={setHolding}
            />
          </>
        ) : (
          <CandidatesTable board={data} filter={settled} zone={zone} openCardId={over.candidacyId} onWalk={over.walk} />
        )
      }
    </Loaded>
  );
}
