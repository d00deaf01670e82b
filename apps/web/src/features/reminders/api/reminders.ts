import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { Answer } from '../../../lib/answers';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type Reminder = Answer<'/api/me/reminders'>['items'][number];

const remindersQuery = infiniteQueryOptions({
  queryKey: keys.reminders(),
  queryFn: ({ pageParam, signal }) =>
    answer(api.GET('/api/me/reminders', { params: { query: { after: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const useReminders = () => useInfiniteQuery(remindersQuery);

/** All of them when none is named. */
export const useMarkSeen = () =>
  useChange({
    fact: 'reminders.seen',
    mutationFn: (ids?: string[]) => answer(api.POST('/api/me/reminders/seen', { body: { ids } })),
    keep: (unseen, queries) => queries.setQueryData(keys.unseen(), unseen),
  });
