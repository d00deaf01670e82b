import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer, Body } from '../../../lib/answers';
import { answer, api } from '../../../lib/api';
import { meQuery } from '../../../lib/session';

export type Invitation = Answer<'/api/invitations/open', 'post'>;

/** What the link of an invitation is about. */
export const useInvitation = (token: string | undefined) =>
  useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => answer(api.POST('/api/invitations/open', { body: { token: token ?? '' }, signal })),
    enabled: token !== undefined,
    retry: false,
    staleTime: Infinity,
    meta: { quiet: true },
  });

export function useJoin() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'/api/invitations/accept'>) => answer(api.POST('/api/invitations/accept', { body })),
    onSuccess: () => queryClient.removeQueries({ queryKey: meQuery.queryKey }),
    meta: { quiet: true },
  });
}
