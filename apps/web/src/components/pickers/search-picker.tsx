import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useSearches } from './searches';

interface SearchPickerProps {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  required?: boolean;
}

/** Finds an open search by its title, client or reference. */
export function SearchPicker({ value, onChange, ...rest }: SearchPickerProps) {
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<{ value: string; label: string } | null>(null);
  const [q] = useDebouncedValue(picked?.label === typed ? '' : typed.trim(), 160);
  const searches = useSearches({ status: 'open', ...(q ? { q } : {}) });
  const found = (searches.data?.pages[0]?.items ?? []).map(({ id, title, client, ref }) => ({
    value: id,
    label: [title, client.name, ref].filter(Boolean).join(', '),
  }));
  const data = picked && !found.some((option) => option.value === picked.value) ? [picked, ...found] : found;
  return (
    <Select
      {...rest}
      value={value}
      data={data}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      placeholder="Title, client or reference"
      nothingFoundMessage="No open search like that"
      onChange={(next, option) => {
        setPicked(next && option ? { value: next, label: option.label } : null);
        onChange(next);
      }}
    />
  );
}
