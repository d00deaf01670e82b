import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Answer, Body } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type Account = Answer<'/api/account'>;
export type AccountSession = Answer<'/api/account/sessions'>['items'][number];

export const useAccount = () =>
  useQuery({
    queryKey: keys.account(),
    queryFn: ({ signal }) => answer(api.GET('/api/account', { signal })),
  });

export const useSessions = () =>
  useQuery({
    queryKey: keys.sessions(),
    queryFn: ({ signal }) => answer(api.GET('/api/account/sessions', { signal })),
    select: ({ items }) => items,
  });

export const useRename = () =>
  useChange({
    fact: 'account.renamed',
    mutationFn: (body: Body<'/api/account', 'patch'>) => answer(api.PATCH('/api/account', { body })),
    evenRefused: true,
    quiet: true,
  });

export const useChangePassword = () =>
  useChange({
    fact: 'auth.password_changed',
    mutationFn: (body: Body<'/api/account/password'>) => answer(api.POST('/api/account/password', { body })),
    quiet: true,
  });

export const useEndSession = () =>
  useChange({
    fact: 'auth.session_ended',
    mutationFn: (id: string) => answer(api.DELETE('/api/account/sessions/{id}', { params: { path: { id } } })),
    evenRefused: true,
  });

export const useEndOtherSessions = () =>
  useChange({
    fact: 'auth.other_sessions_ended',
    mutationFn: () => answer(api.DELETE('/api/account/sessions')),
    evenRefused: true,
  });
