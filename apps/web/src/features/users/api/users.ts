import { useQuery } from '@tanstack/react-query';
import type { Answer, Body } from '../../../lib/answers';
import { answer, api } from '../../../lib/api';
import { notifyDone } from '../../../lib/notify';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type Invited = Body<'/api/users'>;
export type HandOver = Answer<'/api/users/{id}/hand-over'>;
export type ChangedUser = Body<'/api/users/{id}', 'patch'>;

/** What would go to somebody else. Asked anew each time: it decides what is about to be done. */
export const useHandOver = (id: string) =>
  useQuery({
    queryKey: keys.handOver(id),
    queryFn: ({ signal }) => answer(api.GET('/api/users/{id}/hand-over', { params: { path: { id } }, signal })),
    staleTime: 0,
  });

const path = (id: string) => ({ path: { id } });

export const useInvite = () =>
  useChange({
    fact: 'users.user_invited',
    mutationFn: (body: Invited) => answer(api.POST('/api/users', { body })),
    quiet: true,
  });

export const useChangeUser = (id: string) =>
  useChange({
    fact: 'users.user_changed',
    mutationFn: (body: ChangedUser) => answer(api.PATCH('/api/users/{id}', { params: path(id), body })),
    quiet: true,
  });

export const useDeactivate = (id: string) =>
  useChange({
    fact: 'users.user_deactivated',
    mutationFn: (body: Body<'/api/users/{id}/deactivate'>) =>
      answer(api.POST('/api/users/{id}/deactivate', { params: path(id), body })),
    quiet: true,
  });

export const useReactivate = () =>
  useChange({
    fact: 'users.user_reactivated',
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      answer(api.POST('/api/users/{id}/reactivate', { params: path(id), body: { version } })),
    keep: ({ name, state }) =>
      notifyDone(
        `${name} ${state === 'invited' ? 'has been invited again' : 'can sign in again'}. What they handed over stays with whoever took over.`,
      ),
  });

export const useResend = () =>
  useChange({
    fact: 'users.invitation_sent_again',
    mutationFn: (id: string) => answer(api.POST('/api/users/{id}/invitation', { params: path(id) })),
    keep: ({ name }) => notifyDone(`Another invitation is on its way to ${name}.`),
  });

export const useTakeBack = () =>
  useChange({
    fact: 'users.invitation_taken_back',
    mutationFn: (id: string) => answer(api.DELETE('/api/users/{id}/invitation', { params: path(id) })),
    keep: ({ name }) => notifyDone(`The invitation to ${name} has been withdrawn.`),
  });
