import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type SignIn = Body<'/api/auth/sign-in/email'>;

export const useSignIn = () =>
  useChange({
    fact: 'auth.signed_in',
    mutationFn: (body: SignIn) => answer(api.POST('/api/auth/sign-in/email', { body })),
    keep: (_told, queries) => queries.removeQueries({ queryKey: keys.me() }),
    quiet: true,
  });
