import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export const useUnsubscription = (token: string | undefined) =>
  useQuery({
    queryKey: keys.unsubscription(token),
    queryFn: ({ signal }) => answer(api.GET('/api/unsubscribe', { params: { query: { token: token ?? '' } }, signal })),
    enabled: token !== undefined,
    retry: false,
  });

export const useSubscribe = (token: string) =>
  useChange({
    fact: 'notifications.subscription_chosen',
    mutationFn: (subscribed: boolean) => answer(api.PUT('/api/unsubscribe', { body: { token, subscribed } })),
    keep: (now, queries) => queries.setQueryData(keys.unsubscription(token), now),
  });
