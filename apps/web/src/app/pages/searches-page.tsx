import { Button, Group, Select } from '@mantine/core';
import { IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FindBox } from '../../components/find-box';
import { More } from '../../components/more';
import { Page } from '../../components/page';
import { Empty, Loaded } from '../../components/states';
import { UserSelect } from '../../features/identity/components/user-select';
import { useSearches, type SearchFilters } from '../../features/searches/api/list-searches';
import { BreakGlass } from '../../features/searches/components/break-glass';
import { SearchTable } from '../../features/searches/components/search-table';
import { useMe } from '../../lib/session';
import { HEALTH, options, STATUS } from '../../lib/words';

const route = getRouteApi('/app/searches');

export function SearchesPage() {
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const searches = useSearches(filters);
  const { allowed, user } = useMe();
  const setFilter = (change: Partial<Record<keyof SearchFilters, string | null>>): void => {
    void navigate({
      search: (before) => {
        const next = { ...before, ...change };
        return Object.fromEntries(Object.entries(next).filter(([, value]) => value)) as SearchFilters;
      },
      replace: true,
    });
  };
  const openSearch = (searchId: string) => navigate({ to: '/searches/$searchId', params: { searchId } });
  const isFiltered = Object.values(filters).some(Boolean);
  const openButton = allowed.openSearch ? (
    <Button component={Link} to="/searches/new" leftSection={<IconPlus size={16} />}>
      Open a search
    </Button>
  ) : null;
  return (
    <Page
      title="Searches"
      about="Every mandate you may see, with its health and the reason"
      actions={
        <>
          {user.role === 'admin' ? <BreakGlass onOpened={({ id }) => void openSearch(id)} /> : null}
          {openButton}
        </>
      }
    >
      <Group gap="sm" align="flex-start" mb="xs">
        <FindBox
          label="Title, client or reference"
          width={300}
          value={filters.q ?? ''}
          onChange={(q) => setFilter({ q })}
        />
        <Select
          aria-label="Health"
          placeholder="Any health"
          clearable
          w={150}
          data={options(HEALTH)}
          value={filters.health ?? null}
          onChange={(health) => setFilter({ health })}
        />
        <Select
          aria-label="Status"
          placeholder="Any status"
          clearable
          w={150}
          data={options(STATUS)}
          value={filters.status ?? null}
          onChange={(status) => setFilter({ status })}
        />
        <UserSelect
          label=""
          ariaLabel="Lead"
          placeholder="Any lead"
          clearable
          width={190}
          value={filters.leadId ?? null}
          onChange={(leadId) => setFilter({ leadId })}
        />
      </Group>
      <Loaded query={searches}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return (
              <Empty
                icon={<IconTargetArrow size={22} />}
                title={isFiltered ? 'No search like that' : 'No search yet'}
                action={
                  isFiltered ? (
                    <Button variant="default" onClick={() => void navigate({ search: {} })}>
                      Show all
                    </Button>
                  ) : (
                    openButton
                  )
                }
              >
                {isFiltered
                  ? 'Nothing matches these filters among the searches you may see.'
                  : 'Open the first one from a role template, or import your history.'}
              </Empty>
            );
          return (
            <>
              <SearchTable rows={rows} />
              <More
                hasMore={searches.hasNextPage}
                loading={searches.isFetchingNextPage}
                load={() => void searches.fetchNextPage()}
                shown={rows.length}
                one="search"
                many="searches"
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
