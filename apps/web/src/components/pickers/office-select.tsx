import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { officeName } from '../../lib/words';
import { useOffices } from './offices';

interface OfficeSelectProps {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
  required?: boolean;
  description?: string;
}

export function OfficeSelect(props: OfficeSelectProps) {
  const offices = useOffices();
  return (
    <Select
      {...props}
      data={(offices.data ?? []).map(({ id, key, timeZone }) => ({
        value: id,
        label: `${officeName(key)} (${timeZone})`,
      }))}
    />
  );
}
