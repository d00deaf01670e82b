import { Anchor, Button, Group, Modal, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { IconPencil } from '@tabler/icons-react';
import { Page } from '../../../components/page';
import { Person } from '../../../components/person';
import { Loaded } from '../../../components/states';
import type { ClientRecord } from '../../../lib/answers';
import { countryName, STATUS } from '../../../lib/words';
import { useClient } from '../api/find-client';
import { CONTACT_ROLE, EditClientForm, EditContactForm } from '../components/edit-forms';

const route = getRouteApi('/app/clients/$clientId');
type Contact = ClientRecord['contacts'][number];
interface ClientPageProps {
  /** What other rooms have to say about the client. */
  more?: (clientId: string) => ReactNode;
  /** What is held about a contact, for whoever may hand it out or erase it. */
  data: (contact: { id: string; name: string }) => ReactNode;
}

export function ClientPage({ more, data }: ClientPageProps) {
  const { clientId } = route.useParams();
  const client = useClient(clientId);
  const [editing, setEditing] = useState<'client' | Contact | null>(null);
  const close = (): void => setEditing(null);
  return (
    <Loaded query={client}>
      {(record) => (
        <Page
          title={record.name}
          width="read"
          about={[record.industry, record.country ? countryName(record.country) : null, record.domain]
            .filter(Boolean)
            .join(' · ')}
          actions={
            record.allowed.edit ? (
              <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setEditing('client')}>
                Edit
              </Button>
            ) : null
          }
        >
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Searches searches={record.searches} />
            <Contacts client={record} data={data} onEdit={setEditing} />
            {more?.(record.id)}
          </SimpleGrid>
          <Modal
            opened={editing !== null}
            onClose={close}
            title={`Edit ${editing === 'client' || editing === null ? record.name : editing.name}`}
            size="lg"
          >
            {editing === 'client' ? <EditClientForm client={record} onDone={close} /> : null}
            {editing !== null && editing !== 'client' ? (
              <EditContactForm client={record} contact={editing} onDone={close} />
            ) : null}
          </Modal>
        </Page>
      )}
    </Loaded>
  );
}

function Searches({ searches }: Pick<ClientRecord, 'searches'>) {
  return (
    <Paper p="lg" component="section" aria-labelledby="searches">
      <Title order={2} id="searches" mb="sm">
        Searches
      </Title>
      <Stack gap={6}>
        {searches.map(({ id, title, status }) => (
          <Text key={id} size="sm">
            <Anchor
              renderRoot={(root) => <Link {...root} to="/searches/$searchId" params={{ searchId: id }} />}
              inherit
              fw={560}
            >
              {title}
            </Anchor>{' '}
            <Text span c="dimmed" size="xs">
              {STATUS[status]}
            </Text>
          </Text>
        ))}
        {searches.length === 0 ? (
          <Text size="sm" c="dimmed">
            No searches you may see.{' '}
            <Anchor component={Link} to="/searches/new" inherit underline="always">
              Open one
            </Anchor>
          </Text>
        ) : null}
      </Stack>
    </Paper>
  );
}

interface ContactsProps extends Pick<ClientPageProps, 'data'> {
  client: ClientRecord;
  onEdit: (contact: Contact) => void;
}

function Contacts({ client: { contacts, allowed }, data, onEdit }: ContactsProps) {
  return (
    <Paper p="lg" component="section" aria-labelledby="contacts">
      <Title order={2} id="contacts" mb="sm">
        Contacts
      </Title>
      <Stack gap="sm">
        {contacts.map((contact) => {
          const { id, name, email, role, erased } = contact;
          return (
            <Group key={id} justify="space-between" wrap="wrap" gap="xs">
              <Person name={name} detail={[CONTACT_ROLE[role], email].filter(Boolean).join(' · ')} />
              {erased ? null : (
                <Group gap={4}>
                  {allowed.edit ? (
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      aria-label={`Edit ${name}`}
                      onClick={() => onEdit(contact)}
                    >
                      Edit
                    </Button>
                  ) : null}
                  {allowed.erase ? data({ id, name }) : null}
                </Group>
              )}
            </Group>
          );
        })}
        {contacts.length === 0 ? (
          <Text size="sm" c="dimmed">
            No contacts recorded yet. They come in with an import.
          </Text>
        ) : null}
      </Stack>
    </Paper>
  );
}
