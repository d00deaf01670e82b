import { useQuery } from '@tanstack/react-query';
import { answer, api } from './api';

export const UNSEEN_KEY = ['unseen reminders'];

/** How many reminders nobody has looked at yet. */
export const useUnseen = (): number =>
  useQuery({
    queryKey: UNSEEN_KEY,
    queryFn: ({ signal }) => answer(api.GET('/api/me/reminders/unseen', { signal })),
    select: ({ unseen }) => unseen,
    refetchInterval: 60_000,
    meta: { quiet: true },
  }).data ?? 0;
