import { Button } from '@mantine/core';
import { IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Filter, FilterBar, LeadFilter, narrowed } from '../../components/filters';
import { FindBox } from '../../components/find-box';
import { ListPage } from '../../components/list-page';
import { useSearches, type SearchFilters } from '../../features/searches/api/list-searches';
import { BreakGlass } from '../../features/break-glass/components/break-glass';
import { ROW, SEARCH_COLUMNS } from '../../features/searches/components/search-columns';
import { useMe } from '../../lib/session';
import { HEALTH, options, STATUS } from '../../lib/words';

const route = getRouteApi('/app/searches');

export function SearchesPage() {
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const searches = useSearches(filters);
  const { allowed, user } = useMe();
  const narrow = (change: Partial<SearchFilters>): void =>
    void navigate({ search: (before) => narrowed<SearchFilters>(before, change), replace: true });
  const open = (searchId: string): void => void navigate({ to: '/searches/$searchId', params: { searchId } });
  const openButton = allowed.openSearch ? (
    <Button component={Link} to="/searches/new" leftSection={<IconPlus size={16} />}>
      Open a search
    </Button>
  ) : null;
  return (
    <ListPage
      title="Searches"
      about="Every mandate you may see, with its health and the reason"
      actions={
        <>
          {user.role === 'admin' ? <BreakGlass onOpened={({ id }) => open(id)} /> : null}
          {openButton}
        </>
      }
      filters={<Filters filters={filters} narrow={narrow} />}
      query={searches}
      one="search"
      many="searches"
      none={{
        icon: <IconTargetArrow size={22} />,
        title: 'No searches yet',
        sentence: 'Open the first one from a role template, or import your history.',
        action: openButton,
      }}
      filtered={
        Object.values(filters).some(Boolean) && {
          title: 'No matching searches',
          sentence: 'None of the searches you may see match these filters.',
          showAll: () => void navigate({ search: {} }),
        }
      }
      label="Searches"
      minWidth={860}
      columns={SEARCH_COLUMNS}
      rowClassName={ROW}
    />
  );
}

interface FiltersProps {
  filters: SearchFilters;
  narrow: (change: Partial<SearchFilters>) => void;
}

function Filters({ filters, narrow }: FiltersProps) {
  return (
    <FilterBar>
      <FindBox label="Title, client or reference" width={300} value={filters.q ?? ''} onChange={(q) => narrow({ q })} />
      <Filter label="Health" data={options(HEALTH)} value={filters.health} onChange={(health) => narrow({ health })} />
      <Filter label="Status" data={options(STATUS)} value={filters.status} onChange={(status) => narrow({ status })} />
      <LeadFilter value={filters.leadId} onChange={(leadId) => narrow({ leadId })} />
    </FilterBar>
  );
}
