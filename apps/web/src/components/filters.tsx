import { Box, Group, Select, type GroupProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { countryOptions } from '../lib/countries';
import { countryName, options } from '../lib/words';
import type { Narrowing } from './list-bar';
import { useClients } from './pickers/clients';
import { UserSelect } from './pickers/user-select';

/** What narrows a list, in a line above it. */
export function FilterBar({ children, align = 'flex-start' }: { children: ReactNode } & Pick<GroupProps, 'align'>) {
  return (
    <Group gap="sm" align={align} mb="xs">
      {children}
    </Group>
  );
}

/** The choices belong to what they are opened in: a click on one is no click beside the filters, which closes them. */
const INSIDE = { withinPortal: false };

interface FilterProps<V extends string> {
  /** "Health": said as the field's name, and as "Any health" while nothing is chosen */
  label: string;
  data: { value: string; label: string }[];
  value: V | undefined;
  onChange: (value: V | undefined) => void;
  width?: number;
  searchable?: boolean;
}

export function Filter<V extends string>({ label, data, value, onChange, width = 150, searchable }: FilterProps<V>) {
  return (
    <Select
      aria-label={label}
      placeholder={`Any ${label.toLowerCase()}`}
      clearable
      w={width}
      mb="xs"
      searchable={searchable}
      comboboxProps={INSIDE}
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
        comboboxProps={INSIDE}
        clearable
        width={190}
        value={value ?? null}
        onChange={(chosen) => onChange(chosen ?? undefined)}
      />
    </Box>
  );
}

/** A client, found by typing. */
export function ClientFilter({
  value,
  name,
  onChange,
}: Pick<FilterProps<string>, 'value' | 'onChange'> & { name: string | undefined }) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed === name ? '' : typed.trim(), 160);
  const clients = useClients({ q: q || undefined });
  const known = (clients.data?.pages[0]?.items ?? []).map((client) => ({ value: client.id, label: client.name }));
  const isKnown = known.some((client) => client.value === value);
  return (
    <Select
      aria-label="Client"
      placeholder="Any client"
      clearable
      searchable
      comboboxProps={INSIDE}
      mb="xs"
      data={value && name && !isKnown ? [{ value, label: name }, ...known] : known}
      filter={({ options: found }) => found}
      value={value ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

/** A filter by one of some words, and how it is said. */
export function choice<V extends string>(
  key: string,
  label: string,
  words: Partial<Record<V, string>>,
  value: V | undefined,
  onChange: (value: V | undefined) => void,
): Narrowing {
  const said = value && words[value];
  return {
    key,
    label,
    said: said ?? value,
    field: <Filter label={label} data={options(words as Record<string, string>)} value={value} onChange={onChange} />,
  };
}

export const countryNarrowing = (
  value: string | undefined,
  onChange: (value: string | undefined) => void,
): Narrowing => ({
  key: 'country',
  label: 'Country',
  said: value && countryName(value),
  field: <Filter label="Country" data={countryOptions()} value={value} onChange={onChange} searchable />,
});

/** The filters of a page with one of them changed; what is empty is left out of the address. */
export function narrowed<F extends object>(before: F, change: Partial<F>): F {
  const set = Object.entries({ ...before, ...change }).filter(([, value]) => value);
  return Object.fromEntries(set) as F;
}
