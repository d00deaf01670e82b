import { Button, Group, Text } from '@mantine/core';
import { count } from '../../../lib/words';
import classes from './save-bar.module.css';

interface SaveBarProps {
  changes: number;
  /** what saving does, in a few words */
  effect: string;
  problem?: string | null;
  saving: boolean;
  onSave: () => void;
  onDiscard: () => void;
}

/** Stays in sight while something is not saved. */
export function SaveBar({ changes, effect, problem, saving, onSave, onDiscard }: SaveBarProps) {
  if (changes === 0) return null;
  return (
    <Group className={classes['bar']} justify="space-between" gap="sm" role="region" aria-label="Not saved yet">
      <div role="status">
        <Text size="sm" fw={560}>
          {count(changes, 'change')} not saved yet
        </Text>
        <Text size="xs" c={problem ? 'var(--mantine-color-error)' : 'dimmed'} role={problem ? 'alert' : undefined}>
          {problem ?? effect}
        </Text>
      </div>
      <Group gap="xs">
        <Button variant="default" onClick={onDiscard} disabled={saving}>
          Discard
        </Button>
        <Button onClick={onSave} loading={saving}>
          Save
        </Button>
      </Group>
    </Group>
  );
}
