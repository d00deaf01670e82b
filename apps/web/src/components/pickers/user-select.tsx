import { MultiSelect, Select, type ComboboxProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useUsers } from './users';

interface PickProps<V> {
  disabled?: boolean;
  label: string;
  value: V;
  onChange: (value: V) => void;
  error?: ReactNode;
  required?: boolean;
  placeholder?: string;
  description?: string;
}

interface UserSelectProps extends PickProps<string | null> {
  clearable?: boolean;
  ariaLabel?: string;
  width?: number;
  comboboxProps?: ComboboxProps;
}

export function UserSelect({ ariaLabel, label, width, ...props }: UserSelectProps) {
  const users = useUsers();
  return (
    <Select
      {...props}
      label={label || undefined}
      aria-label={ariaLabel}
      w={width}
      data={(users.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      searchable
    />
  );
}

export function UsersSelect(props: PickProps<string[]>) {
  const users = useUsers();
  return (
    <MultiSelect {...props} data={(users.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} searchable />
  );
}
