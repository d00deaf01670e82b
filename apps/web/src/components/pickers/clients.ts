import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../lib/api';
import type { Asked, Body } from '../../lib/answers';
import { keys } from '../../lib/query-keys';
import { useChange } from '../../lib/use-change';

const clientsQuery = (asked: Asked<'/api/clients'>) =>
  infiniteQueryOptions({
    queryKey: keys.clients(asked),
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/clients', { params: { query: { ...asked, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const useClients = (asked: Asked<'/api/clients'>) => useInfiniteQuery(clientsQuery(asked));

export const useAddClient = () =>
  useChange({
    fact: 'clients.client_added',
    mutationFn: (body: Body<'/api/clients'>) => answer(api.POST('/api/clients', { body })),
    quiet: true,
  });
