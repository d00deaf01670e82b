import { Button, Center, Group, Paper, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isStatus, sentenceOf } from '../lib/problem';
import { LinkButton } from './link-button';

interface EmptyProps {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** Nothing here yet, and what to do first. */
export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <Paper p={48}>
      <Stack align="center" gap="xs" ta="center">
        <ThemeIcon size={44} radius="xl" variant="light" color="gray">
          {icon}
        </ThemeIcon>
        <Title order={2}>{title}</Title>
        <Text c="dimmed" size="sm" maw={460}>
          {children}
        </Text>
        {action ? <Group mt="sm">{action}</Group> : null}
      </Stack>
    </Paper>
  );
}

export function Waiting({ rows = 6, height = 44 }: { rows?: number; height?: number }) {
  return (
    <Stack gap="xs" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} />
      ))}
    </Stack>
  );
}

/** `onward`: where to go from a page about something that is not there; Today, where nothing is nearer. */
export function Failed({ error, retry, onward }: { error: unknown; retry: () => void; onward?: ReactNode }) {
  const missing = isStatus(error, 404);
  return (
    <Center mih={220} role="alert">
      <Stack align="center" gap="xs" ta="center" maw={440}>
        <IconCloudOff size={28} aria-hidden />
        <Title order={2}>{missing ? 'Not found' : 'This could not be loaded'}</Title>
        <Text c="dimmed" size="sm">
          {sentenceOf(error)}
        </Text>
        {missing ? (
          <Group justify="center">
            {onward}
            <LinkButton to="/" variant="default">
              Go to Today
            </LinkButton>
          </Group>
        ) : (
          <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={retry}>
            Try again
          </Button>
        )}
      </Stack>
    </Center>
  );
}

interface LoadedQuery<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** What a query has to show: its data once there, a quiet placeholder before, the server's sentence when it failed. */
export function Loaded<T>({
  query,
  waiting,
  onward,
  children,
}: {
  query: LoadedQuery<T>;
  waiting?: ReactNode;
  onward?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} onward={onward} />;
  return waiting ?? <Waiting />;
}
