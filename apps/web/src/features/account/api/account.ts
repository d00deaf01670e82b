import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Answer, Body } from '../../../lib/answers';
import { meQuery } from '../../../lib/session';

export type Account = Answer<'/api/account'>;
export type AccountSession = Answer<'/api/account/sessions'>['items'][number];

const ACCOUNT = ['account'];
const SESSIONS = ['account', 'sessions'];

export const useAccount = () =>
  useQuery({
    queryKey: ACCOUNT,
    queryFn: ({ signal }) => answer(api.GET('/api/account', { signal })),
  });

export const useSessions = () =>
  useQuery({
    queryKey: SESSIONS,
    queryFn: ({ signal }) => answer(api.GET('/api/account/sessions', { signal })),
    select: ({ items }) => items,
  });

export function useRename() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'/api/account', 'patch'>) => answer(api.PATCH('/api/account', { body })),
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: ACCOUNT });
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      await queryClient.invalidateQueries({ queryKey: ['users'] });
    },
    meta: { quiet: true },
  });
}

export function useChangePassword() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'/api/account/password'>) => answer(api.POST('/api/account/password', { body })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ACCOUNT }),
    meta: { quiet: true },
  });
}

export function useEndSession() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/account/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: SESSIONS }),
  });
}

export function useEndOtherSessions() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.DELETE('/api/account/sessions')),
    onSettled: () => queryClient.invalidateQueries({ queryKey: SESSIONS }),
  });
}
