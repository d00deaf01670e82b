import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Answer } from '../../../lib/answers';
import { answer, api } from '../../../lib/api';

const KEY = ['outbox'];

export type OutboxMail = Answer<'/api/deliveries'>['items'][number];
export type MailState = OutboxMail['state'];
export type MailKind = OutboxMail['kinds'][number];
export interface OutboxFilter {
  state?: MailState | undefined;
  kind?: MailKind | undefined;
  q?: string | undefined;
}

const outboxQuery = ({ state, kind, q }: OutboxFilter) =>
  infiniteQueryOptions({
    queryKey: [...KEY, { state, kind, q }],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/deliveries', {
          params: { query: { state, kind, recipient: q || undefined, after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const useOutbox = (filter: OutboxFilter) => useInfiniteQuery(outboxQuery(filter));

export const useOutboxFigures = () =>
  useQuery({
    queryKey: [...KEY, 'figures'],
    queryFn: ({ signal }) => answer(api.GET('/api/deliveries/figures', { signal })),
    refetchInterval: 30_000,
  });

function useDeciding(decide: (id: string) => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSettled: () => queryClient.invalidateQueries({ queryKey: KEY }),
  });
}

const one = (id: string) => ({ params: { path: { id } } });

export const useResend = () => useDeciding((id) => answer(api.POST('/api/deliveries/{id}/resend', one(id))));
export const useArrived = () => useDeciding((id) => answer(api.POST('/api/deliveries/{id}/arrived', one(id))));
export const useLift = () => useDeciding((id) => answer(api.DELETE('/api/deliveries/suppressions/{id}', one(id))));
