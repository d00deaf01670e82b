import { Button, Checkbox, Group, Paper, Text } from '@mantine/core';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { count } from '../lib/words';
import classes from './list.module.css';

/** Which rows of a list somebody has selected. */
export interface Selection {
  chosen: ReadonlySet<string>;
  /** `through`: with all rows between it and the one before */
  select: (id: string, on: boolean, through: boolean) => void;
  selectAll: (on: boolean) => void;
}

/** What is selected of these rows; what is not among them any more is as if it had not been. */
export function useSelection(ids: readonly string[]): Selection & { clear: () => void } {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const before = useRef<string | null>(null);
  const chosen = new Set(ids.filter((id) => kept.has(id)));
  const change = (some: readonly string[], on: boolean): void =>
    setKept(new Set(on ? [...chosen, ...some] : [...chosen].filter((id) => !some.includes(id))));
  const select = (id: string, on: boolean, through: boolean): void => {
    const [here, there] = [ids.indexOf(id), ids.indexOf(before.current ?? id)];
    const some = through && there >= 0 ? ids.slice(Math.min(here, there), Math.max(here, there) + 1) : [id];
    before.current = id;
    change(some, on);
  };
  return { chosen, select, selectAll: (on) => change(ids, on), clear: () => setKept(new Set()) };
}

export function SelectAll({ rows, selection: { chosen, selectAll } }: { rows: number; selection: Selection }) {
  const all = chosen.size === rows;
  return (
    <Checkbox
      aria-label="Select all that are shown"
      checked={all}
      indeterminate={chosen.size > 0 && !all}
      onChange={() => selectAll(!all)}
    />
  );
}

export function SelectOne({ id, name, selection }: { id: string; name: string; selection: Selection }) {
  return (
    <Checkbox
      aria-label={`Select ${name}`}
      checked={selection.chosen.has(id)}
      onChange={({ currentTarget, nativeEvent }) =>
        selection.select(id, currentTarget.checked, (nativeEvent as MouseEvent).shiftKey)
      }
    />
  );
}

/** X selects the row that has the focus, Shift and X all rows up to it. */
export const onRowKey =
  (id: string, { chosen, select }: Selection) =>
  ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    if (key.toLowerCase() === 'x' && !ctrlKey && !metaKey && !altKey) select(id, !chosen.has(id), shiftKey);
  };

interface SelectionBarProps {
  selected: number;
  one: string;
  many?: string | undefined;
  /** what can be done with all of them */
  acts: ReactNode;
  onClear: () => void;
}

/** How much is selected, and what to do with it. */
export function SelectionBar({ selected, one, many, acts, onClear }: SelectionBarProps) {
  return (
    <Paper withBorder p="xs" mb="sm" className={classes['bar'] ?? ''} role="region" aria-label="Selected rows">
      <Group gap="xs">
        <Text size="sm" fw={600} mr="auto">
          {count(selected, one, many)} selected
        </Text>
        {acts}
        <Button size="xs" variant="subtle" onClick={onClear}>
          Clear
        </Button>
      </Group>
    </Paper>
  );
}
