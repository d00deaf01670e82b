import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { meQuery } from '../../../lib/session';

export type SignIn = Body<'/api/auth/sign-in/email'>;

export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: SignIn) => answer(api.POST('/api/auth/sign-in/email', { body })),
    onSuccess: () => queryClient.removeQueries({ queryKey: meQuery.queryKey }),
    meta: { quiet: true },
  });
}
