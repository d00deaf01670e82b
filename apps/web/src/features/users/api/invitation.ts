import { useQuery } from '@tanstack/react-query';
import type { Answer, Body } from '../../../lib/answers';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type Invitation = Answer<'/api/invitations/open', 'post'>;

/** What the link of an invitation is about. */
export const useInvitation = (token: string | undefined) =>
  useQuery({
    queryKey: keys.invitation(token),
    queryFn: ({ signal }) => answer(api.POST('/api/invitations/open', { body: { token: token ?? '' }, signal })),
    enabled: token !== undefined,
    retry: false,
    staleTime: Infinity,
    meta: { quiet: true },
  });

export const useJoin = () =>
  useChange({
    fact: 'users.user_joined',
    mutationFn: (body: Body<'/api/invitations/accept'>) => answer(api.POST('/api/invitations/accept', { body })),
    keep: (_told, queries) => queries.removeQueries({ queryKey: keys.me() }),
    quiet: true,
  });
