import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

export const useRequestReset = () =>
  useMutation({
    mutationFn: (email: string) => answer(api.POST('/api/auth/request-password-reset', { body: { email } })),
    meta: { quiet: true },
  });

export const useResetPassword = () =>
  useMutation({
    mutationFn: (body: Body<'/api/auth/reset-password'>) => answer(api.POST('/api/auth/reset-password', { body })),
    meta: { quiet: true },
  });
