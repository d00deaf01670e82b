import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../../lib/api';
import { meQuery } from '../../../lib/session';

export interface SignIn {
  email: string;
  password: string;
}

export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: SignIn) => post('/api/auth/sign-in/email', input),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
    meta: { quiet: true },
  });
}
