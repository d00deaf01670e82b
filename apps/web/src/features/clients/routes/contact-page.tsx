import { Anchor, Button, Modal, Paper, Stack, Title } from '@mantine/core';
import { IconMessagePlus, IconPencil } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { LogActivityForm } from '../../../components/log-activity-form';
import { Page } from '../../../components/page';
import { ContactForm } from '../../../components/pickers/contact-form';
import { Loaded } from '../../../components/states';
import type { ContactRecord } from '../../../lib/answers';
import { CONTACT_ROLE } from '../../../lib/words';
import { useContact } from '../api/find-contact';
import { Searches } from '../components/searches';
import classes from './contact-page.module.css';

const route = getRouteApi('/app/contacts/$contactId');

interface ContactPageProps {
  timeline: (contactId: string) => ReactNode;
  /** what is held about them, for whoever may hand it out or erase it */
  data: (contact: { id: string; name: string }) => ReactNode;
}

export function ContactPage({ timeline, data }: ContactPageProps) {
  const { contactId } = route.useParams();
  const contact = useContact(contactId);
  const [open, setOpen] = useState<'log' | 'edit' | null>(null);
  return (
    <Loaded query={contact}>
      {(record) => (
        <Page
          title={record.name}
          width="read"
          about={<About contact={record} />}
          actions={<Actions contact={record} data={data} onOpen={setOpen} />}
        >
          <div className={classes['grid']}>
            <Paper p="lg" component="section" aria-labelledby="timeline">
              <Title order={2} id="timeline" mb="sm">
                Timeline
              </Title>
              {timeline(record.id)}
            </Paper>
            <Stack gap="lg">
              <Profile contact={record} />
              <Searches searches={record.searches} />
            </Stack>
          </div>
          <Dialogs contact={record} open={open} onClose={() => setOpen(null)} />
        </Page>
      )}
    </Loaded>
  );
}

function About({ contact: { role, client, erased } }: { contact: ContactRecord }) {
  return (
    <>
      {erased ? 'Their data was erased. They were at ' : `${CONTACT_ROLE[role]} at `}
      <Anchor
        renderRoot={(root) => <Link {...root} to="/clients/$clientId" params={{ clientId: client.id }} />}
        inherit
        underline="always"
      >
        {client.name}
      </Anchor>
    </>
  );
}

interface ActionsProps extends Pick<ContactPageProps, 'data'> {
  contact: ContactRecord;
  onOpen: (open: 'log' | 'edit') => void;
}

function Actions({ contact, data, onOpen }: ActionsProps) {
  const { allowed } = contact;
  return (
    <>
      {allowed.erase ? data(contact) : null}
      {allowed.edit ? (
        <>
          <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => onOpen('edit')}>
            Edit
          </Button>
          <Button leftSection={<IconMessagePlus size={16} />} onClick={() => onOpen('log')}>
            Log a conversation
          </Button>
        </>
      ) : null}
    </>
  );
}

function Profile({ contact: { role, email, client } }: { contact: ContactRecord }) {
  const known: [string, ReactNode][] = [
    ['Role', CONTACT_ROLE[role]],
    [
      'Client',
      <Anchor
        key={client.id}
        renderRoot={(root) => <Link {...root} to="/clients/$clientId" params={{ clientId: client.id }} />}
        inherit
      >
        {client.name}
      </Anchor>,
    ],
    [
      'Email',
      email ? (
        <Anchor href={`mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`} inherit>
          {email}
        </Anchor>
      ) : null,
    ],
  ];
  return (
    <Paper p="lg" component="section" aria-labelledby="profile">
      <Title order={2} id="profile" mb="sm">
        Profile
      </Title>
      <dl className={classes['details']}>
        {known.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Paper>
  );
}

interface DialogsProps {
  contact: ContactRecord;
  open: 'log' | 'edit' | null;
  onClose: () => void;
}

function Dialogs({ contact, open, onClose }: DialogsProps) {
  return (
    <>
      <Modal opened={open === 'edit'} onClose={onClose} title={`Edit ${contact.name}`} size="lg">
        <ContactForm clientId={contact.client.id} contact={contact} onDone={onClose} />
      </Modal>
      <Modal opened={open === 'log'} onClose={onClose} title={`Log a conversation with ${contact.name}`} size="lg">
        <LogActivityForm contact={contact} onDone={onClose} />
      </Modal>
    </>
  );
}
