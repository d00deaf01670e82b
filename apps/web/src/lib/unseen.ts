import { useQuery } from '@tanstack/react-query';
import { answer, api } from './api';
import { keys } from './query-keys';

/** How many reminders nobody has looked at yet. */
export const useUnseen = (): number =>
  useQuery({
    queryKey: keys.unseen(),
    queryFn: ({ signal }) => answer(api.GET('/api/me/reminders/unseen', { signal })),
    select: ({ unseen }) => unseen,
    refetchInterval: 60_000,
    meta: { quiet: true },
  }).data ?? 0;
