import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Answer, Body } from '../../../lib/answers';

export type ErasePerson = Body<'/api/erasures'>;
export type PersonRef = ErasePerson['person'];
export type Erasure = Answer<'/api/erasures/{id}'>;
export type RoomCounts = Erasure['counts'];

export const usePreview = (person: PersonRef, enabled: boolean) =>
  useQuery({
    queryKey: ['erasure-preview', person.kind, person.id],
    queryFn: ({ signal }) => answer(api.GET('/api/erasures/preview/{kind}/{id}', { params: { path: person }, signal })),
    enabled,
    staleTime: 0,
  });

export function useErase() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ErasePerson) => answer(api.POST('/api/erasures', { body })),
    // not waited for, nor asked again for the preview of somebody who is no longer known
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: ['erasure-preview'] });
      void queryClient.invalidateQueries();
    },
    meta: { quiet: true },
  });
}

export const useErasures = () =>
  useInfiniteQuery({
    queryKey: ['erasures'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/erasures', { params: { query: { after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const erasureQuery = (id: string) =>
  queryOptions({
    queryKey: ['erasure', id],
    queryFn: ({ signal }) => answer(api.GET('/api/erasures/{id}', { params: { path: { id } }, signal })),
  });

export const useErasure = (id: string) => useQuery(erasureQuery(id));
