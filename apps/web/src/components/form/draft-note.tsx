import { Button, Group, Text } from '@mantine/core';
import type { Draft } from '../../lib/use-draft';

/** Says that a form holds what was typed before and not sent, and empties it on demand. */
export function DraftNote({ draft }: { draft: Draft }) {
  if (!draft.restored) return null;
  return (
    <Group justify="space-between" gap="xs" role="status">
      <Text size="xs" c="dimmed">
        Your draft is back. It was not saved.
      </Text>
      <Button size="compact-xs" variant="subtle" onClick={draft.discard}>
        Discard draft
      </Button>
    </Group>
  );
}
