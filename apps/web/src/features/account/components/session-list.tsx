import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { Moment } from '../../../components/moment';
import { Loaded } from '../../../components/states';
import { notifyDone } from '../../../lib/notify';
import { count } from '../../../lib/words';
import { type AccountSession, useEndOtherSessions, useEndSession, useSessions } from '../api/account';

export function SessionList() {
  const sessions = useSessions();
  const endOthers = useEndOtherSessions();
  return (
    <Loaded query={sessions}>
      {(items) => (
        <Stack gap="md">
          {items.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
          {items.length > 1 ? (
            <div>
              <Button
                variant="default"
                loading={endOthers.isPending}
                onClick={() =>
                  endOthers.mutate(undefined, {
                    onSuccess: ({ ended }) => notifyDone(`${count(ended, 'session')} ended.`),
                  })
                }
              >
                End all other sessions
              </Button>
            </div>
          ) : null}
        </Stack>
      )}
    </Loaded>
  );
}

function SessionRow({ session }: { session: AccountSession }) {
  const end = useEndSession();
  const { id, device, address, firmName, lastUsedAt, signedInAt, current } = session;
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div>
        <Group gap="xs">
          <Text fw={560}>{device}</Text>
          {current ? <Badge variant="light">This session</Badge> : null}
        </Group>
        <Text size="sm" c="dimmed">
          {[address ? `From ${address}` : null, firmName].filter(Boolean).join(', ')}
        </Text>
        <Text size="sm" c="dimmed">
          Used <Moment at={lastUsedAt} />, signed in <Moment at={signedInAt} />
        </Text>
      </div>
      {current ? null : (
        <Button
          variant="default"
          size="compact-sm"
          loading={end.isPending}
          aria-label={`End the session of ${device}`}
          onClick={() => end.mutate(id)}
        >
          End
        </Button>
      )}
    </Group>
  );
}
