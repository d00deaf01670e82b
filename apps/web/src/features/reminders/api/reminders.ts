import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '../../../lib/answers';
import { answer, api } from '../../../lib/api';
import { UNSEEN_KEY } from '../../../lib/unseen';

const KEY = ['reminders'];

export type Reminder = Answer<'/api/me/reminders'>['items'][number];

const remindersQuery = infiniteQueryOptions({
  queryKey: KEY,
  queryFn: ({ pageParam, signal }) =>
    answer(api.GET('/api/me/reminders', { params: { query: { after: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const useReminders = () => useInfiniteQuery(remindersQuery);

/** All of them when none is named. */
export function useMarkSeen() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ids?: string[]) => answer(api.POST('/api/me/reminders/seen', { body: { ids } })),
    onSuccess: (unseen) => {
      queryClient.setQueryData(UNSEEN_KEY, unseen);
      return queryClient.invalidateQueries({ queryKey: KEY });
    },
  });
}

export const useUnsubscription = (token: string | undefined) =>
  useQuery({
    queryKey: ['unsubscription', token],
    queryFn: ({ signal }) => answer(api.GET('/api/unsubscribe', { params: { query: { token: token ?? '' } }, signal })),
    enabled: token !== undefined,
    retry: false,
  });

export function useSubscribe(token: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (subscribed: boolean) => answer(api.PUT('/api/unsubscribe', { body: { token, subscribed } })),
    onSuccess: (now) => queryClient.setQueryData(['unsubscription', token], now),
  });
}
