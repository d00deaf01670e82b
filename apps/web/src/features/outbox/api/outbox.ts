import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Answer } from '../../../lib/answers';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

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
    queryKey: keys.mailLog({ state, kind, q }),
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
    queryKey: keys.mailFigures(),
    queryFn: ({ signal }) => answer(api.GET('/api/deliveries/figures', { signal })),
    refetchInterval: 30_000,
  });

const one = (id: string) => ({ params: { path: { id } } });

export const useResend = () =>
  useChange({
    fact: 'deliveries.resent',
    mutationFn: (id: string) => answer(api.POST('/api/deliveries/{id}/resend', one(id))),
    evenRefused: true,
  });

export const useArrived = () =>
  useChange({
    fact: 'deliveries.resolved',
    mutationFn: (id: string) => answer(api.POST('/api/deliveries/{id}/arrived', one(id))),
    evenRefused: true,
  });

export const useLift = () =>
  useChange({
    fact: 'deliveries.mail_allowed_again',
    mutationFn: (id: string) => answer(api.DELETE('/api/deliveries/suppressions/{id}', one(id))),
    evenRefused: true,
  });
