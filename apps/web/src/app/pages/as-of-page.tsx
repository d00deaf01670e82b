import '@mantine/dates/styles.layer.css';
import { DateTimePicker } from '@mantine/dates';
import { IconHistory } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Filter, FilterBar, LeadFilter, narrowed } from '../../components/filters';
import { LinkButton } from '../../components/link-button';
import { ListPage } from '../../components/list-page';
import { useFirmAsOf, type AsOfFilters } from '../../features/flags/api/firm-as-of';
import { AsOfList } from '../../features/flags/components/as-of-list';
import { AsOfNote } from '../../features/flags/components/as-of-note';
import type { Health } from '../../lib/answers';
import { clockTime, localDate, momentAt } from '../../lib/dates';
import { useZone } from '../../lib/session';
import { useNow } from '../../lib/use-now';
import { HEALTH, options, RULE } from '../../lib/words';

const route = getRouteApi('/app/flags');
const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;

/** The firm's running searches as the rules saw them at a moment that has passed. */
export function AsOfPage() {
  const { at, ...rest } = route.useSearch();
  const navigate = route.useNavigate();
  const zone = useZone();
  const now = useNow();
  // a week ago, to the minute, so that a reload asks the same
  const [fallback] = useState(() => new Date(Math.floor((now.getTime() - WEEK) / MINUTE) * MINUTE).toISOString());
  const filters: AsOfFilters = { ...rest, at: at ?? fallback };
  const firm = useFirmAsOf(filters);
  const narrow = (change: Partial<AsOfFilters>): void =>
    void navigate({
      search: (before) => narrowed<Partial<AsOfFilters>>({ ...before, at: filters.at }, change),
      replace: true,
    });
  return (
    <ListPage
      title="As of"
      about="The searches running at a moment you choose, with the flags they had"
      actions={
        <LinkButton to="/pipeline-health" variant="default">
          Pipeline health now
        </LinkButton>
      }
      filters={
        <>
          <Filters filters={filters} narrow={narrow} zone={zone} counts={firm.data?.pages[0]?.counts} />
          <AsOfNote at={filters.at} zone={zone} />
        </>
      }
      query={firm}
      one="search"
      many="searches"
      none={{
        icon: <IconHistory size={22} />,
        title: 'No searches were running then',
        sentence: 'None of the searches you may see were running at that moment.',
      }}
      filtered={
        Object.values(rest).some(Boolean) && {
          title: 'No matching searches then',
          sentence: 'None of the searches running at that moment that you may see match these filters.',
          showAll: () => void navigate({ search: { at: filters.at } }),
        }
      }
      rows={(rows) => <AsOfList rows={rows} />}
    />
  );
}

interface FiltersProps {
  filters: AsOfFilters;
  narrow: (change: Partial<AsOfFilters>) => void;
  zone: string;
  counts: Record<Health, number> | undefined;
}

function Filters({ filters, narrow, zone, counts }: FiltersProps) {
  const { at, health, rule, leadId } = filters;
  const now = useNow();
  const healths = options(HEALTH).map(({ value, label }) => ({
    value,
    label: counts ? `${label} (${counts[value as Health]})` : label,
  }));
  const choose = (value: string | null): void => {
    if (!value) return;
    const chosen = momentAt(value.slice(0, 10), value.slice(11, 16), zone);
    const latest = now.toISOString();
    narrow({ at: chosen < latest ? chosen : latest });
  };
  return (
    <FilterBar align="flex-end">
      <DateTimePicker
        label={`Moment (${zone})`}
        valueFormat="ddd D MMM YYYY HH:mm"
        w={240}
        mb="xs"
        maxDate={`${localDate(now, zone)} ${clockTime(now, zone)}:59`}
        value={`${localDate(at, zone)} ${clockTime(at, zone)}:00`}
        onChange={choose}
      />
      <Filter
        label="Health"
        width={170}
        data={healths}
        value={health}
        onChange={(value) => narrow({ health: value })}
      />
      <Filter
        label="Rule"
        width={190}
        data={options(RULE)}
        value={rule}
        onChange={(value) => narrow({ rule: value })}
      />
      <LeadFilter value={leadId} onChange={(value) => narrow({ leadId: value })} />
    </FilterBar>
  );
}
