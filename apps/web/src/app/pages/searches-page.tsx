import { Button } from '@mantine/core';
import { IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { choice, narrowed } from '../../components/filters';
import { FindBox } from '../../components/find-box';
import type { Narrowing } from '../../components/list-bar';
import { type Acts, ListPage, without } from '../../components/list-page';
import { useSearches } from '../../components/pickers/searches';
import { BreakGlass } from '../../features/break-glass/components/break-glass';
import { ChangeLeads } from '../../features/searches/components/change-leads';
import { ROW, SEARCH_COLUMNS } from '../../features/searches/components/search-columns';
import type { SearchRow } from '../../lib/answers';
import { useMe } from '../../lib/session';
import { HEALTH, STATUS } from '../../lib/words';
import type { SearchListParams } from '../search-params';
import { useSliceNarrowings } from './slice-narrowings';

const route = getRouteApi('/app/searches');

const ACTS: Acts<SearchRow> = {
  of: ({ id, title, version }) => ({ id, name: title, version }),
  buttons: (searches, done) => <ChangeLeads searches={searches} onDone={done} />,
};

export function SearchesPage() {
  const { columns, ...asked } = route.useSearch();
  const navigate = route.useNavigate();
  const searches = useSearches(asked);
  const { allowed, user } = useMe();
  const change = (changes: Partial<SearchListParams>): void =>
    void navigate({ search: (before) => narrowed<SearchListParams>(before, changes), replace: true });
  const narrowings = useNarrowings(asked, change);
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
      listing={{
        list: 'searches',
        asked: { ...asked, columns },
        otherwise: '-opened',
        change,
        open: (search) => void navigate({ search }),
        find: <FindBox label="Title, client or reference" value={asked.q ?? ''} onChange={(q) => change({ q })} />,
        narrowings,
      }}
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
        (asked.q !== undefined || narrowings.some(({ said }) => said)) && {
          title: 'No matching searches',
          sentence: 'None of the searches you may see match these filters.',
          showAll: () => change(without(['q', ...narrowings.map(({ key }) => key)])),
        }
      }
      label="Searches"
      minWidth={860}
      columns={SEARCH_COLUMNS}
      rowClassName={ROW}
      acts={allowed.openSearch ? ACTS : undefined}
    />
  );
}

function useNarrowings(
  { health, status, leadId, clientId, officeId, roleKey }: SearchListParams,
  change: (changes: Partial<SearchListParams>) => void,
): Narrowing[] {
  const whose = useSliceNarrowings({ leadId, clientId, officeId, roleKey }, change);
  return [
    choice('health', 'Health', HEALTH, health, (next) => change({ health: next })),
    choice('status', 'Status', STATUS, status, (next) => change({ status: next })),
    ...whose,
  ];
}
