import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

interface FindBoxProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  width?: number;
}

/** A search box whose text lives in the URL: typing waits a moment, going back changes it. */
export function FindBox({ label, value, onChange, width = 320 }: FindBoxProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  const tell = useDebouncedCallback((next: string) => onChange(next.trim()), 220);
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      type="search"
      maw={width}
      w="100%"
      mb="md"
      value={typed}
      leftSection={<IconSearch size={16} />}
      rightSection={
        typed ? (
          <CloseButton
            size="sm"
            aria-label="Clear"
            onClick={() => {
              tell.cancel();
              setTyped('');
              onChange('');
            }}
          />
        ) : null
      }
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}
