import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { TODAY_AT_ONCE } from '../../../lib/asked-ahead';
import { keys } from '../../../lib/query-keys';

/** Snoozed flags are only counted, unless they are what one asks for. */
export const useToday = (snoozed: boolean) =>
  useInfiniteQuery({
    queryKey: keys.today({ snoozed }),
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/today', {
          params: {
            query: {
              limit: TODAY_AT_ONCE,
              ...(snoozed ? { snoozed: 'true' as const } : {}),
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: 60_000,
  });
