import { Button, Checkbox, Group, Paper, Text } from '@mantine/core';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { count } from '../lib/words';
import classes from './list.module.css';
import type { Matching } from './matching';

/** Which rows of a list somebody has selected. */
export interface Selection {
  chosen: ReadonlySet<string>;
  /** `through`: with all rows between it and the one before */
  select: (id: string, on: boolean, through: boolean) => void;
  selectAll: (on: boolean) => void;
}

/** Of one list and its filters all rows, those that are not loaded too. */
interface AllOf {
  all: string;
}

/**
 * What is selected of these rows; what is not among them any more is as if it had not been. `of` is what the list is
 * narrowed to: all that match are those of that, until one of them is taken out.
 */
export function useSelection(ids: readonly string[], of = '') {
  const [kept, setKept] = useState<ReadonlySet<string> | AllOf>(new Set());
  const before = useRef<string | null>(null);
  const all = 'all' in kept && kept.all === of;
  const chosen = new Set(ids.filter((id) => all || (!('all' in kept) && kept.has(id))));
  const change = (some: readonly string[], on: boolean): void =>
    setKept(new Set(on ? [...chosen, ...some] : [...chosen].filter((id) => !some.includes(id))));
  const select = (id: string, on: boolean, through: boolean): void => {
    const [here, there] = [ids.indexOf(id), ids.indexOf(before.current ?? id)];
    const some = through && there >= 0 ? ids.slice(Math.min(here, there), Math.max(here, there) + 1) : [id];
    before.current = id;
    change(some, on);
  };
  return {
    chosen,
    select,
    selectAll: (on: boolean) => change(ids, on),
    all,
    takeAll: () => setKept({ all: of }),
    clear: () => setKept(new Set()),
  };
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

interface SelectOneProps {
  name: string;
  checked: boolean;
  onChange: (on: boolean, through: boolean) => void;
}

export function SelectOne({ name, checked, onChange }: SelectOneProps) {
  return (
    <Checkbox
      aria-label={`Select ${name}`}
      checked={checked}
      onChange={({ currentTarget, nativeEvent }) =>
        onChange(currentTarget.checked, (nativeEvent as MouseEvent).shiftKey)
      }
    />
  );
}

/** X selects the row that has the focus, Shift and X all rows up to it. */
export const onRowKey =
  (id: string, selection: () => Selection | undefined) =>
  ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    const now = selection();
    if (now && key.toLowerCase() === 'x' && !ctrlKey && !metaKey && !altKey)
      now.select(id, !now.chosen.has(id), shiftKey);
  };

interface SelectionBarProps {
  selected: number;
  one: string;
  many?: string | undefined;
  /** what can be done with all of them */
  acts: ReactNode;
  /** what is not loaded, and matches too */
  others?: ReactNode;
  onClear: () => void;
}

/** How much is selected, and what to do with it. */
export function SelectionBar({ selected, one, many, acts, others, onClear }: SelectionBarProps) {
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
      {others}
    </Paper>
  );
}

interface AllThatMatchProps {
  matching: Matching | undefined;
  /** they are selected */
  taken: boolean;
  take: () => void;
}

/** Beyond the rows that are loaded: the offer to select all that match, or what is selected then. */
export function AllThatMatch({ matching, taken, take }: AllThatMatchProps) {
  if (!matching) return null;
  const { items, more } = matching;
  const many = items.length.toLocaleString('en');
  if (!taken)
    return (
      <Button size="compact-xs" variant="subtle" onClick={take}>
        {more ? `Select the first ${many} that match` : `Select all ${many} that match`}
      </Button>
    );
  return (
    <Text size="xs" c="dimmed" role="status">
      {more
        ? `More than ${many} match. These are the first of them; narrow the list to reach the others.`
        : 'These are all that match, whether they are shown or not.'}
    </Text>
  );
}
