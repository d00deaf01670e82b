import { Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../../components/page';
import { Person } from '../../../components/person';
import { Loaded } from '../../../components/states';
import type { ClientRecord } from '../../../lib/answers';
import { countryName, STATUS } from '../../../lib/words';
import { useClient } from '../api/find-client';

const route = getRouteApi('/app/clients/$clientId');
const ROLE: Record<ClientRecord['contacts'][number]['role'], string> = {
  decision_maker: 'Decision maker',
  hr: 'People team',
  board: 'Board',
  other: 'Contact',
};

/** `more`: what other rooms have to say about the client. */
export function ClientPage({ more }: { more?: (clientId: string) => ReactNode }) {
  const { clientId } = route.useParams();
  const client = useClient(clientId);
  return (
    <Loaded query={client}>
      {(record) => (
        <Page
          title={record.name}
          width="read"
          about={[record.industry, record.country ? countryName(record.country) : null, record.domain]
            .filter(Boolean)
            .join(' · ')}
        >
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Paper p="lg" component="section" aria-labelledby="searches">
              <Title order={2} id="searches" mb="sm">
                Searches
              </Title>
              <Stack gap={6}>
                {record.searches.map(({ id, title, status }) => (
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
                {record.searches.length === 0 ? (
                  <Text size="sm" c="dimmed">
                    No search that you may see.{' '}
                    <Anchor component={Link} to="/searches/new" inherit underline="always">
                      Open one
                    </Anchor>
                  </Text>
                ) : null}
              </Stack>
            </Paper>
            <Paper p="lg" component="section" aria-labelledby="contacts">
              <Title order={2} id="contacts" mb="sm">
                People on their side
              </Title>
              <Stack gap="sm">
                {record.contacts.map(({ id, name, email, role }) => (
                  <Person key={id} name={name} detail={[ROLE[role], email].filter(Boolean).join(' · ')} />
                ))}
                {record.contacts.length === 0 ? (
                  <Text size="sm" c="dimmed">
                    Nobody recorded yet. Contacts come in with an import.
                  </Text>
                ) : null}
              </Stack>
            </Paper>
            {more?.(record.id)}
          </SimpleGrid>
        </Page>
      )}
    </Loaded>
  );
}
