import { Button, Modal, Table, Text } from '@mantine/core';
import { IconBuildingSkyscraper, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { FindBox } from '../../../components/find-box';
import { More } from '../../../components/more';
import { Page } from '../../../components/page';
import { Empty, Loaded } from '../../../components/states';
import { TablePaper } from '../../../components/table-paper';
import { countryName } from '../../../lib/words';
import { useClients } from '../api/list-clients';
import { AddClientForm } from '../components/add-client-form';

const route = getRouteApi('/app/clients');

export function ClientsPage() {
  const { q = '', add } = route.useSearch();
  const navigate = route.useNavigate();
  const goTo = useNavigate();
  const clients = useClients(q);
  const setAdding = (adding: boolean): void =>
    void navigate({ search: (before) => ({ ...before, add: adding ? true : undefined }), replace: true });
  return (
    <Page
      title="Clients"
      about="The organisations you search for"
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
          Add a client
        </Button>
      }
    >
      <FindBox
        label="Find a client"
        value={q}
        onChange={(next) => void navigate({ search: (before) => ({ ...before, q: next || undefined }), replace: true })}
      />
      <Loaded query={clients}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return (
              <Empty
                icon={<IconBuildingSkyscraper size={22} />}
                title={q ? 'No client of that name' : 'No client yet'}
                action={<Button onClick={() => setAdding(true)}>Add a client</Button>}
              >
                {q ? 'Try fewer letters, or add it.' : 'Add the first one; you can then open a search for it.'}
              </Empty>
            );
          return (
            <>
              <TablePaper minWidth={560}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Client</Table.Th>
                    <Table.Th>Industry</Table.Th>
                    <Table.Th>Country</Table.Th>
                    <Table.Th>Domain</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => (
                    <Table.Tr key={row.id}>
                      <Table.Td>
                        <Link to="/clients/$clientId" params={{ clientId: row.id }}>
                          <Text size="sm" fw={580}>
                            {row.name}
                          </Text>
                        </Link>
                      </Table.Td>
                      <Table.Td>{row.industry}</Table.Td>
                      <Table.Td>{row.country ? countryName(row.country) : null}</Table.Td>
                      <Table.Td>{row.domain}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </TablePaper>
              <More
                hasMore={clients.hasNextPage}
                loading={clients.isFetchingNextPage}
                load={() => void clients.fetchNextPage()}
                shown={rows.length}
                one="client"
              />
            </>
          );
        }}
      </Loaded>
      <Modal opened={add ?? false} onClose={() => setAdding(false)} title="Add a client">
        <AddClientForm
          onCancel={() => setAdding(false)}
          onAdded={({ id }) => void goTo({ to: '/clients/$clientId', params: { clientId: id } })}
        />
      </Modal>
    </Page>
  );
}
