import { Paper, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Waiting } from '../../components/states';
import { ActivityList } from '../../features/activities/components/activity-list';
import { ClientPage as Client } from '../../features/clients/routes/client-page';
import { PersonData } from '../../features/compliance/components/person-data';

const ClientDays = lazy(() =>
  import('../../features/calendars/components/client-days').then((module) => ({ default: module.ClientDays })),
);

export function ClientPage() {
  return (
    <Client
      data={({ id, name }) => <PersonData person={{ kind: 'contact', id }} name={name} small />}
      more={(clientId) => (
        <>
          <Suspense fallback={<Waiting rows={2} />}>
            <ClientDays clientId={clientId} />
          </Suspense>
          <Paper p="lg" component="section" aria-labelledby="activity" style={{ gridColumn: '1 / -1' }}>
            <Title order={2} id="activity" mb="sm">
              Activity
            </Title>
            <ActivityList
              about={{ clientId }}
              none="Conversations with their contacts, and what is logged in their searches, will be listed here."
            />
          </Paper>
        </>
      )}
    />
  );
}
