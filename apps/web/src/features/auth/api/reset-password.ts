import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';

export const useRequestReset = () =>
  useChange({
    fact: 'auth.reset_link_sent',
    mutationFn: (email: string) => answer(api.POST('/api/auth/request-password-reset', { body: { email } })),
    quiet: true,
  });

export const useResetPassword = () =>
  useChange({
    fact: 'auth.password_reset',
    mutationFn: (body: Body<'/api/auth/reset-password'>) => answer(api.POST('/api/auth/reset-password', { body })),
    quiet: true,
  });
