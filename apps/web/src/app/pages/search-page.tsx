import { Button, Checkbox, Paper, Stack, Tabs, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconUserPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTitle } from '../../components/page';
import { Failed, Loaded, Waiting } from '../../components/states';
import { TaskList } from '../../features/tasks/components/task-list';
import { UserSelect } from '../../features/identity/components/user-select';
import { useBoard } from '../../features/pipeline/api/board';
import { Board } from '../../features/pipeline/components/board';
import { CandidatesTable } from '../../features/pipeline/components/candidates-table';
import { NO_FILTER } from '../../features/pipeline/components/columns';
import { useSearchRecord } from '../../features/searches/api/find-search';
import { BreakGlass } from '../../features/searches/components/break-glass';
import { Brief } from '../../features/searches/components/brief';
import { SearchHeader } from '../../features/searches/components/search-header';
import { SearchMenu } from '../../features/searches/components/search-menu';
import { useFlags } from '../../features/stalls/api/list-flags';
import { FlagsTab } from '../../features/stalls/components/flags-tab';
import type { Card, Search } from '../../lib/answers';
import { isStatus } from '../../lib/problem';
import { useMe } from '../../lib/session';
import { TABS, type Tab } from '../search-params';
import classes from './search-page.module.css';

const SearchOver = lazy(() => import('./search-over').then((module) => ({ default: module.SearchOver })));
const SearchPolicy = lazy(() =>
  import('../../features/policies/components/search-policy').then((module) => ({ default: module.SearchPolicy })),
);
const route = getRouteApi('/app/searches/$searchId');

export function SearchPage() {
  const { searchId } = route.useParams();
  const search = useSearchRecord(searchId);
  const { user } = useMe();
  if (search.data === undefined && isStatus(search.error, 404) && user.role === 'admin') {
    return (
      <Stack align="center">
        <Failed error={search.error} retry={() => void search.refetch()} />
        <BreakGlass search={searchId} onOpened={() => void search.refetch()} />
      </Stack>
    );
  }
  return (
    <Loaded query={search} waiting={<Waiting rows={4} height={80} />}>
      {(record) => <SearchView key={searchId} search={record} />}
    </Loaded>
  );
}

function SearchView({ search }: { search: Search }) {
  const { tab = 'board', candidacy, why } = route.useSearch();
  const navigate = route.useNavigate();
  const [holding, setHolding] = useState(false);
  const [offering, setOffering] = useState<Card | null>(null);
  const [adding, adder] = useDisclosure(false);
  const [editing, editor] = useDisclosure(false);
  const [added, setAdded] = useState<{ id: string } | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const [filter, setFilter] = useState(NO_FILTER);
  const [settled] = useDebouncedValue(filter, 120);
  const board = useBoard(search.id, holding);
  const zone = search.office.timeZone;
  useTitle(search.title);
  const whyFlagId = useExplained(search.id, why);
  const isOfCards = tab === 'board' || tab === 'candidates';
  return (
    <div className={classes['page']} data-tab={tab}>
      <SearchHeader
        search={search}
        actions={
          <>
            {search.allowed.addCandidates ? (
              <Button ref={addButton} leftSection={<IconUserPlus size={16} />} onClick={adder.open}>
                Add a candidate
              </Button>
            ) : null}
            <SearchMenu search={search} />
          </>
        }
      />
      <Tabs
        className={classes['tabs'] ?? ''}
        value={tab}
        onChange={(value) =>
          void navigate({ search: (before) => ({ ...before, tab: value === 'board' ? undefined : (value as Tab) }) })
        }
      >
        <div className={classes['bar']}>
          <Tabs.List>
            {Object.entries(TABS).map(([value, label]) => (
              <Tabs.Tab key={value} value={value}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {isOfCards ? (
            <div className={classes['filter']}>
              <TextInput
                size="xs"
                w={190}
                aria-label="Filter the people shown"
                placeholder="Filter people"
                leftSection={<IconFilter size={14} />}
                value={filter.text}
                onChange={(event) => {
                  const text = event.currentTarget.value;
                  setFilter((before) => ({ ...before, text }));
                }}
              />
              <Checkbox
                size="xs"
                label="Only flagged"
                checked={filter.flagged}
                onChange={(event) => {
                  const flagged = event.currentTarget.checked;
                  setFilter((before) => ({ ...before, flagged }));
                }}
              />
            </div>
          ) : null}
        </div>
        <Tabs.Panel value={tab} className={classes['panel'] ?? ''}>
          {tab === 'brief' ? (
            <>
              <Brief search={search} onEdit={editor.open} />
              <Suspense fallback={<Waiting rows={2} />}>
                <SearchPolicy searchId={search.id} />
              </Suspense>
            </>
          ) : null}
          {tab === 'flags' ? <FlagsTab searchId={search.id} zone={zone} isRunning={search.health !== null} /> : null}
          {tab === 'tasks' ? (
            <Paper p="lg" maw={760}>
              <TaskList about={{ searchId: search.id }} Assignee={UserSelect} none="Nothing to do in this search." />
            </Paper>
          ) : null}
          {isOfCards ? (
            <Loaded query={board} waiting={<Waiting rows={3} height={110} />}>
              {(data) =>
                tab === 'board' ? (
                  <Board
                    searchId={search.id}
                    board={data}
                    filter={settled}
                    zone={zone}
                    openCardId={candidacy}
                    bring={added}
                    onOffer={setOffering}
                    onHold={setHolding}
                  />
                ) : (
                  <CandidatesTable board={data} filter={settled} zone={zone} />
                )
              }
            </Loaded>
          ) : null}
        </Tabs.Panel>
      </Tabs>

      <Suspense fallback={null}>
        <SearchOver
          search={search}
          candidacyId={candidacy}
          whyFlagId={whyFlagId}
          onCloseWhy={() => void navigate({ search: (before) => ({ ...before, why: undefined }) })}
          onClosePanel={() => void navigate({ search: (before) => ({ ...before, candidacy: undefined }) })}
          offering={offering}
          onOffer={setOffering}
          adding={adding}
          onAdded={(card) => {
            adder.close();
            setAdded({ id: card.id });
          }}
          onCancelAdding={() => {
            adder.close();
            addButton.current?.focus();
          }}
          editing={editing}
          onEdited={editor.close}
        />
      </Suspense>
    </div>
  );
}

/** The flag to explain; `worst` is whatever presses most by now. */
function useExplained(searchId: string, why: string | undefined): string | undefined {
  const flags = useFlags(searchId, why === 'worst');
  return why === 'worst' ? flags.data?.[0]?.id : why;
}
