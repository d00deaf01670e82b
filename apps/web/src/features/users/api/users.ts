import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer, Body } from '../../../lib/answers';
import { answer, api } from '../../../lib/api';
import { notifyDone } from '../../../lib/notify';

const KEY = ['users'];

export type Invited = Body<'/api/users'>;
export type HandOver = Answer<'/api/users/{id}/hand-over'>;
export type ChangedUser = Body<'/api/users/{id}', 'patch'>;

/** Everybody who works or worked here, and whom one may invite. */
export const useUserList = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => answer(api.GET('/api/users', { signal })) });

export const useOffices = () =>
  useQuery({
    queryKey: ['offices'],
    queryFn: ({ signal }) => answer(api.GET('/api/offices', { signal })),
    select: ({ items }) => items,
    staleTime: 5 * 60_000,
  });

/** What would go to somebody else. Asked anew each time: it decides what is about to be done. */
export const useHandOver = (id: string) =>
  useQuery({
    queryKey: [...KEY, id, 'hand-over'],
    queryFn: ({ signal }) => answer(api.GET('/api/users/{id}/hand-over', { params: { path: { id } }, signal })),
    staleTime: 0,
  });

interface Changing<Told> {
  /** a form tells the refusal */
  quiet: boolean;
  /** what was done, said here: the row that asked for it may have gone to another list by then */
  said?: (told: Told) => string;
}

/** Somebody's work may have moved, so everything is asked for anew. */
function useChanging<Variables, Told>(
  mutationFn: (given: Variables) => Promise<Told>,
  { quiet, said }: Changing<Told> = { quiet: true },
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (told) => {
      if (said) notifyDone(said(told));
      return queryClient.invalidateQueries();
    },
    meta: { quiet },
  });
}

const path = (id: string) => ({ path: { id } });

export const useInvite = () => useChanging((body: Invited) => answer(api.POST('/api/users', { body })));

export const useChangeUser = (id: string) =>
  useChanging((body: ChangedUser) => answer(api.PATCH('/api/users/{id}', { params: path(id), body })));

export const useDeactivate = (id: string) =>
  useChanging((body: Body<'/api/users/{id}/deactivate'>) =>
    answer(api.POST('/api/users/{id}/deactivate', { params: path(id), body })),
  );

export const useReactivate = () =>
  useChanging(
    ({ id, version }: { id: string; version: number }) =>
      answer(api.POST('/api/users/{id}/reactivate', { params: path(id), body: { version } })),
    {
      quiet: false,
      said: ({ name, state }) =>
        `${name} ${state === 'invited' ? 'is invited again' : 'can sign in again'}. What they handed over stays with whoever took over.`,
    },
  );

export const useResend = () =>
  useChanging((id: string) => answer(api.POST('/api/users/{id}/invitation', { params: path(id) })), {
    quiet: false,
    said: ({ name }) => `Another invitation is on its way to ${name}.`,
  });

export const useTakeBack = () =>
  useChanging((id: string) => answer(api.DELETE('/api/users/{id}/invitation', { params: path(id) })), {
    quiet: false,
    said: ({ name }) => `The invitation of ${name} is taken back.`,
  });
