import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const useFlagHistory = (searchId: string) =>
  useInfiniteQuery({
    queryKey: ['search', searchId, 'flag-history'],
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
