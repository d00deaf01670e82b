import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../lib/api';
import type { Asked } from '../../lib/answers';
import { keys } from '../../lib/query-keys';

export const useSearches = (asked: Asked<'/api/searches'>) =>
  useInfiniteQuery({
    queryKey: keys.searches(asked),
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/searches', { params: { query: { ...asked, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
