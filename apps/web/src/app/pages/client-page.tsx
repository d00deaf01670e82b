import { Button, Paper, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Waiting } from '../../components/states';
import { ClientPage as Client } from '../../features/clients/routes/client-page';
import { Happenings } from '../../features/timeline/components/happenings';
import { PersonData } from '../../features/compliance/components/person-data';

const ClientDays = lazy(() =>
  import('../../features/calendars/components/client-days').then((module) => ({ default: module.ClientDays })),
);

export function ClientPage() {
  return (
    <Client
      data={({ id, name }) => <PersonData person={{ kind: 'contact', id }} name={name} small />}
      more={({ id: clientId }, contact) => (
        <>
          <Suspense fallback={<Waiting rows={2} />}>
            <ClientDays clientId={clientId} />
          </Suspense>
          <Paper p="lg" component="section" aria-labelledby="timeline" style={{ gridColumn: '1 / -1' }}>
            <Title order={2} id="timeline" mb="sm">
              {contact ? `Timeline with ${contact.name}` : 'Timeline'}
            </Title>
            {contact ? (
              <Button
                renderRoot={(root) => (
                  <Link {...root} to="/clients/$clientId" params={{ clientId }} search={{}} resetScroll={false} />
                )}
                variant="subtle"
                size="compact-sm"
                mb="sm"
              >
                Everything with this client
              </Button>
            ) : null}
            <Happenings
              key={contact?.id ?? ''}
              of={contact ? { contactId: contact.id } : { clientId }}
              none={
                contact
                  ? 'Calls, meetings and feedback logged with them will be listed here.'
                  : 'Conversations with their contacts, and what happens in their searches, will be listed here.'
              }
            />
          </Paper>
        </>
      )}
    />
  );
}
