import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

export type SignUp = Body<'/api/sign-up'>;

export const useSignUp = () =>
  useMutation({
    mutationFn: (body: SignUp) => answer(api.POST('/api/sign-up', { body })),
    meta: { quiet: true },
  });
