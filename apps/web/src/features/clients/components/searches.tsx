import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ClientRecord } from '../../../lib/answers';
import { STATUS } from '../../../lib/words';

/** Of a client, those the reader may see. */
export function Searches({ searches }: Pick<ClientRecord, 'searches'>) {
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
