import { Button, Modal, Text } from '@mantine/core';
import { IconBuildingSkyscraper, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { FindBox } from '../../../components/find-box';
import type { Column } from '../../../components/list';
import { ListPage } from '../../../components/list-page';
import { AddClientForm } from '../../../components/pickers/add-client-form';
import { useClients } from '../../../components/pickers/clients';
import type { ClientRow } from '../../../lib/answers';
import { countryName } from '../../../lib/words';

const route = getRouteApi('/app/clients');

const COLUMNS: Column<ClientRow>[] = [
  {
    head: 'Client',
    cell: ({ id, name }) => (
      <Link to="/clients/$clientId" params={{ clientId: id }}>
        <Text size="sm" fw={580}>
          {name}
        </Text>
      </Link>
    ),
  },
  { head: 'Industry', cell: ({ industry }) => industry },
  { head: 'Country', cell: ({ country }) => (country ? countryName(country) : null) },
  { head: 'Domain', cell: ({ domain }) => domain },
];

export function ClientsPage() {
  const { q = '', add } = route.useSearch();
  const navigate = route.useNavigate();
  const goTo = useNavigate();
  const clients = useClients(q);
  const setAdding = (adding: boolean): void =>
    void navigate({ search: (before) => ({ ...before, add: adding ? true : undefined }), replace: true });
  const addButton = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      Add a client
    </Button>
  );
  return (
    <ListPage
      title="Clients"
      about="The organisations you search for"
      actions={addButton}
      filters={
        <FindBox
          label="Find a client"
          value={q}
          onChange={(next) =>
            void navigate({ search: (before) => ({ ...before, q: next || undefined }), replace: true })
          }
        />
      }
      query={clients}
      one="client"
      none={{
        icon: <IconBuildingSkyscraper size={22} />,
        title: 'No clients yet',
        sentence: 'Add the first one; then you can open a search for it.',
        action: addButton,
      }}
      filtered={q !== '' && { title: 'No client by that name', sentence: 'Try fewer letters, or add it.' }}
      label="Clients"
      minWidth={560}
      columns={COLUMNS}
      over={
        <Modal opened={add ?? false} onClose={() => setAdding(false)} title="Add a client">
          <AddClientForm
            onCancel={() => setAdding(false)}
            onAdded={({ id }) => void goTo({ to: '/clients/$clientId', params: { clientId: id } })}
          />
        </Modal>
      }
    />
  );
}
