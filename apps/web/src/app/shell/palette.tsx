import '@mantine/spotlight/styles.layer.css';
import { Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import {
  IconAddressBook,
  IconArrowRight,
  IconBuildingSkyscraper,
  IconPlus,
  IconSearch,
  IconTargetArrow,
  IconUser,
  IconUserPlus,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { answer, api } from '../../lib/api';
import type { Found } from '../../lib/answers';
import { finds, isEnough } from '../../lib/found';
import { keys } from '../../lib/query-keys';
import { useMe } from '../../lib/session';
import classes from './palette.module.css';

const [paletteStore, palette] = createSpotlight();

const GROUPS: { type: Found['type']; label: string; icon: typeof IconUser }[] = [
  { type: 'search', label: 'Searches', icon: IconTargetArrow },
  { type: 'candidate', label: 'Candidates', icon: IconUser },
  { type: 'client', label: 'Clients', icon: IconBuildingSkyscraper },
  { type: 'contact', label: 'Contacts', icon: IconAddressBook },
];

function useFound(typed: string) {
  const [q] = useDebouncedValue(typed.trim(), 140);
  return useQuery({
    queryKey: keys.found(q),
    queryFn: ({ signal }) => answer(api.GET('/api/find', { params: { query: { q } }, signal })),
    enabled: isEnough(q),
    placeholderData: keepPreviousData,
  });
}

/** Finds any search, person or client, and does what can be done from anywhere. */
export function Palette({ asked }: { asked: number }) {
  const [typed, setTyped] = useState('');
  const found = useFound(typed);
  const actions = useActions().filter(({ label }) => typed.trim() === '' || finds(label, typed));
  const open = useOpenFound();
  useEffect(() => {
    setTyped('');
    palette.open();
  }, [asked]);

  const items = isEnough(typed) ? (found.data?.items ?? []) : [];
  // What is found arrives after the typing: Enter takes the first of what is shown, not of what was.
  const shown = [...items.map(({ id }) => id), ...actions.map(({ label }) => label)].join();
  useEffect(() => {
    if (shown) selectFirst();
  }, [shown]);
  return (
    <Spotlight.Root
      store={paletteStore}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      size="lg"
      scrollable
      maxHeight={440}
      clearQueryOnClose
      classNames={{ action: classes['action'] ?? '' }}
      attributes={{ content: { 'aria-label': 'Find anything' } }}
    >
      <Spotlight.Search
        placeholder="A person, a search, a client, or something to do"
        aria-label="Find anything"
        leftSection={<IconSearch size={18} />}
      />
      <Spotlight.ActionsList>
        {GROUPS.map((group) => (
          <FoundGroup key={group.type} {...group} items={items.filter(({ type }) => type === group.type)} open={open} />
        ))}
        <Actions actions={actions} />
        {items.length + actions.length === 0 ? (
          <Spotlight.Empty>{found.isFetching ? 'Searching…' : 'Nothing by that name that you may see'}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

type FoundGroupProps = (typeof GROUPS)[number] & { items: Found[]; open: (item: Found) => void };

function FoundGroup({ label, icon: Icon, items, open }: FoundGroupProps) {
  if (items.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={label}>
      {items.map((item) => (
        <Spotlight.Action key={item.id} onClick={() => open(item)}>
          <Group gap="sm" wrap="nowrap" w="100%">
            <Icon size={18} aria-hidden />
            <Text size="sm" fw={560}>
              {item.label}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {item.detail}
            </Text>
          </Group>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

function Actions({ actions }: { actions: ReturnType<typeof useActions> }) {
  if (actions.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label="Do">
      {actions.map(({ label, icon: Icon, run }) => (
        <Spotlight.Action key={label} onClick={run}>
          <Group gap="sm" wrap="nowrap">
            <Icon size={18} aria-hidden />
            <Text size="sm">{label}</Text>
          </Group>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** The component marks the chosen line in the page itself and does so only while somebody types. */
function selectFirst(): void {
  const list = document.getElementById(paletteStore.getState().listId);
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected');
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  paletteStore.updateState((state) => ({ ...state, selected: 0 }));
}

function useOpenFound(): (item: Found) => void {
  const navigate = useNavigate();
  return ({ type, id }) => {
    if (type === 'search') void navigate({ to: '/searches/$searchId', params: { searchId: id } });
    if (type === 'candidate') void navigate({ to: '/candidates/$candidateId', params: { candidateId: id } });
    if (type === 'contact') void navigate({ to: '/contacts/$contactId', params: { contactId: id } });
    if (type === 'client') void navigate({ to: '/clients/$clientId', params: { clientId: id } });
  };
}

function useActions(): { label: string; icon: typeof IconUser; run: () => void }[] {
  const navigate = useNavigate();
  const { allowed } = useMe();
  return [
    ...(allowed.openSearch
      ? [{ label: 'Open a search', icon: IconPlus, run: () => void navigate({ to: '/searches/new' }) }]
      : []),
    {
      label: 'Add a candidate',
      icon: IconUserPlus,
      run: () => void navigate({ to: '/candidates', search: { add: true } }),
    },
    { label: 'Add a client', icon: IconPlus, run: () => void navigate({ to: '/clients', search: { add: true } }) },
    { label: 'Go to Today', icon: IconArrowRight, run: () => void navigate({ to: '/' }) },
    { label: 'Go to Searches', icon: IconArrowRight, run: () => void navigate({ to: '/searches' }) },
    {
      label: 'Go to stalled searches',
      icon: IconArrowRight,
      run: () => void navigate({ to: '/searches', search: { health: 'stalled' } }),
    },
    { label: 'Go to Candidates', icon: IconArrowRight, run: () => void navigate({ to: '/candidates' }) },
    { label: 'Go to Clients', icon: IconArrowRight, run: () => void navigate({ to: '/clients' }) },
    { label: 'Go to Pipeline health', icon: IconArrowRight, run: () => void navigate({ to: '/pipeline-health' }) },
    { label: 'Go to Insights', icon: IconArrowRight, run: () => void navigate({ to: '/insights' }) },
    ...(allowed.import
      ? [{ label: 'Go to Imports', icon: IconArrowRight, run: () => void navigate({ to: '/imports' }) }]
      : []),
    { label: 'Go to Settings', icon: IconArrowRight, run: () => void navigate({ to: '/settings' }) },
  ];
}
