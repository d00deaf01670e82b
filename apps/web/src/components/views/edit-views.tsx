import { Button, Group, Modal, Paper, Stack, Switch, Text } from '@mantine/core';
import type { View } from '../../lib/answers';
import { isSameView } from '../../lib/view-words';
import { useChangeView, useRemoveView } from './views';

interface EditViewsProps {
  opened: boolean;
  views: readonly View[];
  /** what the list shows now */
  now: string[];
  onClose: () => void;
}

/** Puts one's views in order. */
export function EditViews({ opened, views, now, onClose }: EditViewsProps) {
  const change = useChangeView();
  const remove = useRemoveView();
  return (
    <Modal opened={opened} onClose={onClose} title="Change or remove views">
      <Stack gap="xs">
        {views
          .filter(({ allowed }) => allowed.change)
          .map((view) => (
            <Paper key={view.id} withBorder p="sm">
              <Group justify="space-between" gap="xs">
                <Text fw={560}>{view.name}</Text>
                <Switch
                  label="Shared"
                  aria-label={`Shared: ${view.name}`}
                  checked={view.shared}
                  onChange={() => change.mutate({ id: view.id, version: view.version, shared: !view.shared })}
                />
              </Group>
              <Group gap="xs" mt="xs">
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={now.length === 0 || isSameView(view.asked, now)}
                  aria-label={`${view.name}: keep what is shown now`}
                  onClick={() => change.mutate({ id: view.id, version: view.version, asked: now })}
                >
                  Keep what is shown now
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  aria-label={`Remove ${view.name}`}
                  onClick={() => remove(view)}
                >
                  Remove
                </Button>
              </Group>
            </Paper>
          ))}
        {views.some(({ allowed }) => allowed.change) ? null : <Text c="dimmed">There is none left.</Text>}
      </Stack>
    </Modal>
  );
}
