import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../lib/api';
import type { Asked, Body } from '../../lib/answers';
import { type Anyway, forced } from '../../lib/anyway';
import { keys } from '../../lib/query-keys';
import { useChange } from '../../lib/use-change';

export type NewCandidate = Body<'/api/candidates'>;

export const useCandidates = (asked: Asked<'/api/candidates'>, enabled = true) =>
  useInfiniteQuery({
    queryKey: keys.candidates(asked),
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/candidates', { params: { query: { ...asked, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  });

export const useAddCandidate = () =>
  useChange({
    fact: 'candidates.candidate_added',
    mutationFn: ({ force, ...body }: NewCandidate & Anyway) =>
      answer(api.POST('/api/candidates', { params: { query: forced(force) }, body })),
    quiet: true,
  });
