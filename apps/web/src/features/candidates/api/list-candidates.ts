import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useCandidates = (q: string, enabled = true) =>
  useInfiniteQuery({
    queryKey: keys.candidates(q),
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/candidates', { params: { query: { q: q || undefined, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  });
