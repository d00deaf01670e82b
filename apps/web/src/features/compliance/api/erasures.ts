import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Answer, Body } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type ErasePerson = Body<'/api/erasures'>;
export type PersonRef = ErasePerson['person'];
export type Erasure = Answer<'/api/erasures/{id}'>;
export type RoomCounts = Erasure['counts'];

export const usePreview = (person: PersonRef, enabled: boolean) =>
  useQuery({
    queryKey: keys.erasurePreview(person.kind, person.id),
    queryFn: ({ signal }) => answer(api.GET('/api/erasures/preview/{kind}/{id}', { params: { path: person }, signal })),
    enabled,
    staleTime: 0,
  });

export const useErase = () =>
  useChange({
    fact: 'compliance.person_erased',
    mutationFn: (body: ErasePerson) => answer(api.POST('/api/erasures', { body })),
    // nobody asks again for the preview of somebody who is no longer known
    keep: (_told, queries, { person }) =>
      queries.removeQueries({ queryKey: keys.erasurePreview(person.kind, person.id) }),
    waits: false,
    quiet: true,
  });

export const useErasures = () =>
  useInfiniteQuery({
    queryKey: keys.erasures(),
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/erasures', { params: { query: { after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const erasureQuery = (id: string) =>
  queryOptions({
    queryKey: keys.erasure(id),
    queryFn: ({ signal }) => answer(api.GET('/api/erasures/{id}', { params: { path: { id } }, signal })),
  });

export const useErasure = (id: string) => useQuery(erasureQuery(id));
