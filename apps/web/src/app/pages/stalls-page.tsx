import '@mantine/dates/styles.layer.css';
import { Button, Group, Select } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { IconHistory } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { LinkButton } from '../../components/link-button';
import { More } from '../../components/more';
import { Page } from '../../components/page';
import { Empty, Loaded } from '../../components/states';
import { UserSelect } from '../../features/identity/components/user-select';
import { useFirmAsOf, type AsOfFilters } from '../../features/stalls/api/firm-as-of';
import { AsOfList } from '../../features/stalls/components/as-of-list';
import { AsOfNote } from '../../features/stalls/components/as-of-note';
import { clockTime, localDate, momentAt } from '../../lib/dates';
import { useZone } from '../../lib/session';
import { HEALTH, options, RULE } from '../../lib/words';
import type { Health } from '../../lib/answers';

const route = getRouteApi('/app/stalls');
const WEEK = 7 * 86_400_000;

/** The firm's running searches as the rules saw them at a moment that has passed. */
export function StallsPage() {
  const { at, ...filters } = route.useSearch();
  const navigate = route.useNavigate();
  const zone = useZone();
  // a week ago, to the minute, so that a reload asks the same
  const [fallback] = useState(() => new Date(Math.floor((Date.now() - WEEK) / 60_000) * 60_000).toISOString());
  const moment = at ?? fallback;
  const firm = useFirmAsOf({ ...filters, at: moment });
  const set = (change: Partial<Record<keyof AsOfFilters, string | null>>): void => {
    void navigate({
      search: (before) => {
        const next = Object.entries({ ...before, at: moment, ...change }).filter(([, value]) => value);
        return Object.fromEntries(next) as Partial<AsOfFilters>;
      },
      replace: true,
    });
  };
  const counts = firm.data?.pages[0]?.counts;
  return (
    <Page
      title="As of"
      about="The searches that ran at a moment you choose, with the flags they had"
      actions={
        <LinkButton to="/pipeline-health" variant="default">
          Pipeline health now
        </LinkButton>
      }
    >
      <Group gap="sm" align="flex-end" mb="md">
        <DateTimePicker
          label={`Moment (${zone})`}
          valueFormat="ddd D MMM YYYY HH:mm"
          w={240}
          maxDate={new Date()}
          value={`${localDate(moment, zone)} ${clockTime(moment, zone)}:00`}
          onChange={(value) => {
            if (!value) return;
            const chosen = momentAt(value.slice(0, 10), value.slice(11, 16), zone);
            set({ at: chosen < new Date().toISOString() ? chosen : new Date().toISOString() });
          }}
        />
        <Select
          aria-label="Health"
          placeholder="Any health"
          clearable
          w={170}
          data={options(HEALTH).map(({ value, label }) => ({
            value,
            label: counts ? `${label} (${counts[value as Health]})` : label,
          }))}
          value={filters.health ?? null}
          onChange={(health) => set({ health })}
        />
        <Select
          aria-label="Rule"
          placeholder="Any rule"
          clearable
          w={190}
          data={options(RULE)}
          value={filters.rule ?? null}
          onChange={(rule) => set({ rule })}
        />
        <UserSelect
          label=""
          ariaLabel="Lead"
          placeholder="Any lead"
          clearable
          width={190}
          value={filters.leadId ?? null}
          onChange={(leadId) => set({ leadId })}
        />
      </Group>
      <AsOfNote at={moment} zone={zone} />
      <Loaded query={firm}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return (
              <Empty
                icon={<IconHistory size={22} />}
                title="No search like that then"
                action={
                  <Button variant="default" onClick={() => void navigate({ search: { at: moment } })}>
                    Show all of them
                  </Button>
                }
              >
                Nothing matches these filters among the searches that ran at that moment and that you may see.
              </Empty>
            );
          return (
            <>
              <AsOfList rows={rows} />
              <More
                hasMore={firm.hasNextPage}
                loading={firm.isFetchingNextPage}
                load={() => void firm.fetchNextPage()}
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
