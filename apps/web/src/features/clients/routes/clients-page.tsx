import { Button, Modal, Text } from '@mantine/core';
import { IconBuildingSkyscraper, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { countryNarrowing, narrowed } from '../../../components/filters';
import { FindBox } from '../../../components/find-box';
import type { Column } from '../../../components/list';
import type { Narrowing } from '../../../components/list-bar';
import { type Acts, ListPage, without } from '../../../components/list-page';
import { AddClientForm } from '../../../components/pickers/add-client-form';
import { useClients } from '../../../components/pickers/clients';
import type { Asked, ClientRow } from '../../../lib/answers';
import { countryName } from '../../../lib/words';
import { ChangeClients } from '../components/change-clients';

type ClientListParams = Asked<'/api/clients'> & { columns?: string; add?: true };

const route = getRouteApi('/app/clients');

const COLUMNS: Column<ClientRow>[] = [
  {
    by: 'name',
    head: 'Client',
    cell: ({ id, name }) => (
      <Link to="/clients/$clientId" params={{ clientId: id }}>
        <Text size="sm" fw={580}>
          {name}
        </Text>
      </Link>
    ),
  },
  { id: 'industry', by: 'industry', head: 'Industry', cell: ({ industry }) => industry },
  {
    id: 'country',
    by: 'country',
    head: 'Country',
    cell: ({ country }) => (country ? countryName(country) : null),
  },
  { id: 'domain', head: 'Domain', cell: ({ domain }) => domain },
  { id: 'ref', extra: true, head: 'Reference', cell: ({ ref }) => ref },
];

const ACTS: Acts<ClientRow> = {
  of: ({ id, name, version }) => ({ id, name, version }),
  buttons: (clients, done) => <ChangeClients clients={clients} onDone={done} />,
};

export function ClientsPage() {
  const { add, columns, ...asked } = route.useSearch();
  const { q, country, industry } = asked;
  const navigate = route.useNavigate();
  const goTo = useNavigate();
  const clients = useClients(asked);
  const change = (changes: Partial<ClientListParams>): void =>
    void navigate({ search: (before) => narrowed<ClientListParams>(before, changes), replace: true });
  const addButton = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => change({ add: true })}>
      Add a client
    </Button>
  );
  return (
    <ListPage
      title="Clients"
      about="The organisations you search for"
      actions={addButton}
      listing={{
        list: 'clients',
        asked: { ...asked, columns },
        otherwise: 'name',
        change,
        open: (search) => void navigate({ search }),
        find: <FindBox label="Find a client" value={q ?? ''} onChange={(next) => change({ q: next })} />,
        narrowings: narrowingsOf(asked, change),
      }}
      query={clients}
      one="client"
      none={{
        icon: <IconBuildingSkyscraper size={22} />,
        title: 'No clients yet',
        sentence: 'Add the first one; then you can open a search for it.',
        action: addButton,
      }}
      filtered={
        (country ?? industry)
          ? {
              title: 'No client like that',
              sentence: 'Take a filter away, or add the client.',
              showAll: () => change(without(['q', 'country', 'industry'])),
            }
          : q !== undefined && { title: 'No client by that name', sentence: 'Try fewer letters, or add it.' }
      }
      label="Clients"
      minWidth={560}
      columns={COLUMNS}
      acts={ACTS}
      over={
        <Modal opened={add ?? false} onClose={() => change({ add: undefined })} title="Add a client">
          <AddClientForm
            onCancel={() => change({ add: undefined })}
            onAdded={({ id }) => void goTo({ to: '/clients/$clientId', params: { clientId: id } })}
          />
        </Modal>
      }
    />
  );
}

const narrowingsOf = (
  { industry, country }: ClientListParams,
  change: (changes: Partial<ClientListParams>) => void,
): Narrowing[] => [
  {
    key: 'industry',
    label: 'Industry',
    said: industry,
    field: <FindBox label="Industry" value={industry ?? ''} onChange={(next) => change({ industry: next })} />,
  },
  countryNarrowing(country, (next) => change({ country: next })),
];
