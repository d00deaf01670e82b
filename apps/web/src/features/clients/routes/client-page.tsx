import { Button, Group, Modal, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { ContactForm } from '../../../components/pickers/contact-form';
import { Person } from '../../../components/person';
import { Loaded } from '../../../components/states';
import type { ClientRecord, Contact } from '../../../lib/answers';
import { CONTACT_ROLE, countryName } from '../../../lib/words';
import { useClient } from '../api/find-client';
import { EditClientForm } from '../components/edit-client-form';
import { Searches } from '../components/searches';
import classes from './client-page.module.css';

const route = getRouteApi('/app/clients/$clientId');

interface ClientPageProps {
  /** What other rooms have to say about the client. */
  more?: (client: ClientRecord, contact: Contact | undefined) => ReactNode;
  /** What is held about a contact, for whoever may hand it out or erase it. */
  data: (contact: { id: string; name: string }) => ReactNode;
}

export function ClientPage({ more, data }: ClientPageProps) {
  const { clientId } = route.useParams();
  const { contact } = route.useSearch();
  const client = useClient(clientId);
  const [editing, setEditing] = useState<'client' | 'new' | Contact | null>(null);
  const close = (): void => setEditing(null);
  return (
    <Loaded query={client} onward={<LinkButton to="/clients">All clients</LinkButton>}>
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
            <Contacts client={record} data={data} onEdit={setEditing} onAdd={() => setEditing('new')} />
            {more?.(
              record,
              record.contacts.find(({ id }) => id === contact),
            )}
          </SimpleGrid>
          <Modal opened={editing !== null} onClose={close} title={titleOf(editing, record)} size="lg">
            {editing === 'client' ? <EditClientForm client={record} onDone={close} /> : null}
            {editing !== null && editing !== 'client' ? (
              <ContactForm clientId={record.id} contact={editing === 'new' ? undefined : editing} onDone={close} />
            ) : null}
          </Modal>
        </Page>
      )}
    </Loaded>
  );
}

function titleOf(editing: 'client' | 'new' | Contact | null, { name }: ClientRecord): string {
  if (editing === 'new') return `Add a contact at ${name}`;
  return `Edit ${editing === 'client' || editing === null ? name : editing.name}`;
}

interface ContactsProps extends Pick<ClientPageProps, 'data'> {
  client: ClientRecord;
  onEdit: (contact: Contact) => void;
  onAdd: () => void;
}

function Contacts({ client, data, onEdit, onAdd }: ContactsProps) {
  const { contacts, allowed } = client;
  return (
    <Paper p="lg" component="section" aria-labelledby="contacts">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="contacts">
          Contacts
        </Title>
        {allowed.edit ? (
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} />} onClick={onAdd}>
            Add a contact
          </Button>
        ) : null}
      </Group>
      <Stack gap="sm">
        {contacts.map((contact) => {
          const { id, name, email, role, erased } = contact;
          return (
            <Group key={id} justify="space-between" wrap="wrap" gap="xs">
              <Link to="/contacts/$contactId" params={{ contactId: id }} className={classes['contact']}>
                <Person name={name} detail={[CONTACT_ROLE[role], email].filter(Boolean).join(' · ')} />
              </Link>
              {erased ? null : (
                <Group gap={4}>
                  <TimelineLink clientId={client.id} contact={contact} />
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
            No contacts recorded yet. Add who decides, so that what you agree with them is on record.
          </Text>
        ) : null}
      </Stack>
    </Paper>
  );
}

function TimelineLink({ clientId, contact: { id, name } }: { clientId: string; contact: Contact }) {
  return (
    <Button
      renderRoot={(root) => (
        <Link {...root} to="/clients/$clientId" params={{ clientId }} search={{ contact: id }} resetScroll={false} />
      )}
      variant="subtle"
      size="compact-xs"
      aria-label={`Timeline with ${name}`}
    >
      Timeline
    </Button>
  );
}
