import { Text } from '@mantine/core';
import { exact } from '../../../lib/dates';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import type { LoggedMail } from '../api/mail-log';

/** Until when an email waits: for the hours in which its recipient reads, or for the next attempt. */
export function WaitsUntil({ mail: { state, notBefore } }: { mail: LoggedMail }) {
  const zone = useZone();
  const now = useNow();
  if (state !== 'pending' || !notBefore || new Date(notBefore) <= now) return null;
  return (
    <Text size="xs" c="dimmed">
      Waits until {exact(notBefore, zone)}
    </Text>
  );
}
