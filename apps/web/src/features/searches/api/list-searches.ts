import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Health, SearchStatus } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';

export interface SearchFilters {
  q?: string;
  status?: SearchStatus;
  health?: Health;
  leadId?: string;
}

export const useSearches = (filters: SearchFilters) =>
  useInfiniteQuery({
    queryKey: keys.searches(filters),
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/searches', { params: { query: { ...filters, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
