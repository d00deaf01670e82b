import type { UseFormReturnType } from '@mantine/form';
import { notifyProblem } from './notify';
import { ApiProblem, isStale, isStatus } from './problem';

/**
 * Field errors go to their fields and what was typed stays; anything else becomes one notice.
 * For mutations marked `quiet`, so that a refusal is not told twice.
 */
export function problemToForm<V extends object>(
  form: UseFormReturnType<V>,
  error: unknown,
  tell: (error: unknown) => void = notifyProblem,
): void {
  if (isStatus(error, 401) || isStale(error)) return;
  const fields = error instanceof ApiProblem ? error.fields : [];
  const known = fields.filter(({ field }) => field in form.getValues());
  if (known.length > 0) form.setErrors(Object.fromEntries(known.map(({ field, message }) => [field, message])));
  if (known.length === 0 || known.length < fields.length) tell(error);
}

type Filled<V> = { [K in keyof V]?: Exclude<V[K], null | ''> };

/** Empty fields are not sent. */
export function filled<V extends Record<string, unknown>>(values: V): Filled<V> {
  const kept = Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return Object.fromEntries(kept) as Filled<V>;
}

type EmptyAsNull<V> = { [K in keyof V]: '' extends V[K] ? V[K] | null : V[K] };

/** For records that may be edited: an emptied field is sent as null, so that it is cleared. */
export function emptyAsNull<V extends Record<string, unknown>>(values: V): EmptyAsNull<V> {
  const entries = Object.entries(values).map(([key, value]) => [key, value === '' ? null : value]);
  return Object.fromEntries(entries) as EmptyAsNull<V>;
}
