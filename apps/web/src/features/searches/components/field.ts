import type { ReactNode } from 'react';

/** A picker of another room, put into a form of this one by the page. */
export interface Field<V> {
  label: string;
  value: V;
  onChange: (value: V) => void;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  description?: string;
}
