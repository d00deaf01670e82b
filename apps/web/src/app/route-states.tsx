import { Button, Center, Loader, Stack, Text, Title } from '@mantine/core';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Failed } from '../components/states';

export function RouteWaiting() {
  return (
    <Center mih="60vh" role="status" aria-label="Loading">
      <Loader size="sm" />
    </Center>
  );
}

export function RouteFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <Failed
      error={error}
      retry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}

export function LostPage() {
  return (
    <Center mih="70vh" component="main">
      <Stack align="center" gap="xs">
        <Title order={1}>Page not found</Title>
        <Text c="dimmed">The link may be out of date or incomplete.</Text>
        <Button component={Link} to="/" mt="sm">
          Go to Today
        </Button>
      </Stack>
    </Center>
  );
}
