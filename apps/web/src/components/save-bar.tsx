import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { count } from '../lib/words';
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
  const place = useRef<HTMLDivElement>(null);
  const wasShown = useRef(false);
  const isShown = changes > 0;
  useEffect(() => {
    // the button that was pressed is gone: the next Tab goes on from here, not from the top of the page
    if (wasShown.current && !isShown && document.activeElement === document.body)
      place.current?.focus({ preventScroll: true });
    wasShown.current = isShown;
  }, [isShown]);
  return (
    <div ref={place} tabIndex={-1} className={classes['place']}>
      {isShown ? (
        <Group className={classes['bar']} justify="space-between" gap="sm" role="region" aria-label="Unsaved changes">
          <div>
            <Text size="sm" fw={560} role="status">
              {count(changes, 'unsaved change')}
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
      ) : null}
    </div>
  );
}
