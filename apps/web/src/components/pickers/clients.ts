import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../lib/api';
import type { Body } from '../../lib/answers';
import { keys } from '../../lib/query-keys';
import { useChange } from '../../lib/use-change';

const clientsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: keys.clients(q),
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/clients', { params: { query: { q: q || undefined, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const useClients = (q: string) => useInfiniteQuery(clientsQuery(q));

export const useAddClient = () =>
  useChange({
    fact: 'clients.client_added',
    mutationFn: (body: Body<'/api/clients'>) => answer(api.POST('/api/clients', { body })),
    quiet: true,
  });
