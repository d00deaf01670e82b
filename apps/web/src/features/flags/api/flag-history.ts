import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useFlagHistory = (searchId: string) =>
  useInfiniteQuery({
    queryKey: keys.flagHistory(searchId),
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/searches/{id}/flag-history', {
          params: { path: { id: searchId }, query: { after: pageParam, limit: 20 } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
