import { Badge, Button, Checkbox, Group, Pill, Popover, Stack } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconColumns3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { choosing, chosen, type Choosable } from '../lib/list-state';
import classes from './list-bar.module.css';

/** One thing that can narrow a list: its field, and how it is said while it does. */
export interface Narrowing {
  key: string;
  label: string;
  field: ReactNode;
  /** what it narrows the list to, in words; nothing: it does not */
  said?: string | undefined;
}

interface ListBarProps {
  /** the box for words */
  find?: ReactNode;
  narrowings: readonly Narrowing[];
  /** takes these away */
  widen: (keys: string[]) => void;
  /** what else stands in the line */
  more?: ReactNode;
}

/** What narrows a list: a box for words, filters behind a button, and each that is set as a chip to take away. */
export function ListBar({ find, narrowings, widen, more }: ListBarProps) {
  const set = narrowings.filter(({ said }) => said);
  return (
    <Stack gap={0}>
      <Group gap="xs" align="flex-start">
        {find}
        <Popover position="bottom-start" shadow="md" width={280} trapFocus returnFocus>
          <Popover.Target>
            <Button
              variant="default"
              mb="md"
              leftSection={<IconAdjustmentsHorizontal size={16} />}
              rightSection={set.length > 0 ? <Badge circle>{set.length}</Badge> : null}
            >
              Filter
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label="Filters">
            <Stack gap={4} className={classes['fields']}>
              {narrowings.map(({ key, field }) => (
                <div key={key}>{field}</div>
              ))}
            </Stack>
          </Popover.Dropdown>
        </Popover>
        {more}
      </Group>
      {set.length > 0 ? (
        <Group component="ul" gap={6} mb="sm" className={classes['chips']} aria-label="Filters that are set">
          {set.map(({ key, label, said }) => (
            <li key={key}>
              <Pill
                size="md"
                withRemoveButton
                onRemove={() => widen([key])}
                removeButtonProps={{
                  'aria-label': `Take away ${label}: ${said}`,
                  'aria-hidden': false,
                  tabIndex: 0,
                }}
              >
                {label}: {said}
              </Pill>
            </li>
          ))}
          {set.length > 1 ? (
            <li>
              <Button size="compact-xs" variant="subtle" onClick={() => widen(set.map(({ key }) => key))}>
                Take all away
              </Button>
            </li>
          ) : null}
        </Group>
      ) : null}
    </Stack>
  );
}

interface ColumnsMenuProps {
  columns: readonly (Choosable & { head: ReactNode })[];
  /** as the address says it */
  words: string | undefined;
  onChange: (words: string | undefined) => void;
}

/** Which columns are shown. */
export function ColumnsMenu({ columns, words, onChange }: ColumnsMenuProps) {
  const shown = chosen(columns, words);
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <Stack gap="xs">
          {columns.map((column) => {
            const { id, head } = column;
            if (!id) return null;
            const isShown = shown.includes(column);
            return (
              <Checkbox
                key={id}
                label={head}
                checked={isShown}
                onChange={() => onChange(choosing(columns, words, id, !isShown))}
              />
            );
          })}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
