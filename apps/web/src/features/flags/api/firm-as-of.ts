import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Health, RuleName } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';

export interface AsOfFilters {
  at: string;
  health?: Health;
  rule?: RuleName;
  leadId?: string;
}

export const useFirmAsOf = (filters: AsOfFilters) =>
  useInfiniteQuery({
    queryKey: keys.firmAsOf(filters),
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/flags', { params: { query: { ...filters, after: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
