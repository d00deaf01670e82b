import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Answer } from '../../../lib/answers';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type LoggedMail = Answer<'/api/mail-log'>['items'][number];
export type MailState = LoggedMail['state'];
export type MailKind = LoggedMail['kinds'][number];
export interface MailLogFilter {
  state?: MailState | undefined;
  kind?: MailKind | undefined;
  q?: string | undefined;
}

const mailLogQuery = ({ state, kind, q }: MailLogFilter) =>
  infiniteQueryOptions({
    queryKey: keys.mailLog({ state, kind, q }),
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/mail-log', {
          params: { query: { state, kind, recipient: q || undefined, after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const useMailLog = (filter: MailLogFilter) => useInfiniteQuery(mailLogQuery(filter));

export const useMailLogFigures = () =>
  useQuery({
    queryKey: keys.mailFigures(),
    queryFn: ({ signal }) => answer(api.GET('/api/mail-log/figures', { signal })),
    refetchInterval: 30_000,
  });

const one = (id: string) => ({ params: { path: { id } } });

export const useResend = () =>
  useChange({
    fact: 'deliveries.resent',
    mutationFn: (id: string) => answer(api.POST('/api/mail-log/{id}/resend', one(id))),
    evenRefused: true,
  });

export const useArrived = () =>
  useChange({
    fact: 'deliveries.resolved',
    mutationFn: (id: string) => answer(api.POST('/api/mail-log/{id}/arrived', one(id))),
    evenRefused: true,
  });

export const useLift = () =>
  useChange({
    fact: 'deliveries.mail_allowed_again',
    mutationFn: (id: string) => answer(api.DELETE('/api/mail-log/suppressions/{id}', one(id))),
    evenRefused: true,
  });
