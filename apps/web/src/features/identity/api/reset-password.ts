import { useMutation } from '@tanstack/react-query';
import { post } from '../../../lib/api';

export const useRequestReset = () =>
  useMutation({
    mutationFn: (email: string) =>
      post('/api/auth/request-password-reset', { email, redirectTo: `${window.location.origin}/reset-password` }),
    meta: { quiet: true },
  });

export const useResetPassword = () =>
  useMutation({
    mutationFn: (input: { newPassword: string; token: string }) => post('/api/auth/reset-password', input),
    meta: { quiet: true },
  });
