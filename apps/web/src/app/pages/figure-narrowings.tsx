import { Box, TextInput } from '@mantine/core';
import { choice } from '../../components/filters';
import type { Narrowing } from '../../components/list-bar';
import type { AskedFigures } from '../../features/figures/api/figures';
import { plainDate } from '../../lib/dates';
import { useNow } from '../../lib/use-now';
import { PRACTICE, type InsightsParams } from '../search-params';
import { useSliceNarrowings } from './slice-narrowings';

type Narrow = (changes: Partial<InsightsParams>) => void;

/** Whose searches, of which practice, and opened when. */
export function useFigureNarrowings(asked: AskedFigures, change: (changes: AskedFigures) => void): Narrowing[] {
  const slice = useSliceNarrowings(asked as Parameters<typeof useSliceNarrowings>[0], change);
  const now = useNow();
  const day = (key: 'openedFrom' | 'openedTo', label: string): Narrowing => ({
    key,
    label,
    said: asked[key] && plainDate(asked[key], now),
    field: (
      <Box mb="xs">
        <TextInput
          type="date"
          label={label}
          value={asked[key] ?? ''}
          onChange={({ currentTarget: { value } }) => change({ [key]: value || undefined })}
        />
      </Box>
    ),
  });
  return [
    ...slice,
    choice('practice', 'Practice', PRACTICE, asked.practice, (practice) => change({ practice })),
    day('openedFrom', 'Opened from'),
    day('openedTo', 'Opened until'),
  ];
}

const KEYS = ['leadId', 'clientId', 'officeId', 'roleKey', 'practice', 'openedFrom', 'openedTo'] as const;
const other = (key: string): string => `other${key.charAt(0).toUpperCase()}${key.slice(1)}`;

/** The second selection, in the words of the first. */
export function otherOf(params: InsightsParams): AskedFigures {
  const found = params as Record<string, string | undefined>;
  return Object.fromEntries(KEYS.flatMap((key) => (found[other(key)] ? [[key, found[other(key)]]] : [])));
}

/** A change of it, in the words of the address. */
export const changeOther =
  (narrow: Narrow) =>
  (changes: AskedFigures): void =>
    narrow(Object.fromEntries(Object.entries(changes).map(([key, value]) => [other(key), value])));
