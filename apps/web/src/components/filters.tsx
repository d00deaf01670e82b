import { Box, Group, Select, type GroupProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { UserSelect } from './pickers/user-select';

/** What narrows a list, in a line above it. */
export function FilterBar({ children, align = 'flex-start' }: { children: ReactNode } & Pick<GroupProps, 'align'>) {
  return (
    <Group gap="sm" align={align} mb="xs">
      {children}
    </Group>
  );
}

interface FilterProps<V extends string> {
  /** "Health": said as the field's name, and as "Any health" while nothing is chosen */
  label: string;
  data: { value: string; label: string }[];
  value: V | undefined;
  onChange: (value: V | undefined) => void;
  width?: number;
}

export function Filter<V extends string>({ label, data, value, onChange, width = 150 }: FilterProps<V>) {
  return (
    <Select
      aria-label={label}
      placeholder={`Any ${label.toLowerCase()}`}
      clearable
      w={width}
      mb="xs"
      data={data}
      value={value ?? null}
      onChange={(chosen) => onChange((chosen as V | null) ?? undefined)}
    />
  );
}

export function LeadFilter({ value, onChange }: Pick<FilterProps<string>, 'value' | 'onChange'>) {
  return (
    <Box mb="xs">
      <UserSelect
        label=""
        ariaLabel="Lead"
        placeholder="Any lead"
        clearable
        width={190}
        value={value ?? null}
        onChange={(chosen) => onChange(chosen ?? undefined)}
      />
    </Box>
  );
}

/** The filters of a page with one of them changed; what is empty is left out of the address. */
export function narrowed<F extends object>(before: F, change: Partial<F>): F {
  const set = Object.entries({ ...before, ...change }).filter(([, value]) => value);
  return Object.fromEntries(set) as F;
}
