import { queryOptions, useMutation } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

/** Who may set up a firm here. */
export const signUpState = queryOptions({
  queryKey: ['sign-up'],
  queryFn: ({ signal }) => answer(api.GET('/api/sign-up', { signal })),
});

/** What a link from a mail is for. Asked once: the answer does not change while the page is open. */
export const pendingSignUp = (token: string) =>
  queryOptions({
    queryKey: ['sign-up', token],
    queryFn: ({ signal }) => answer(api.POST('/api/sign-up/look', { body: { token }, signal })),
    staleTime: Infinity,
    retry: false,
  });

export const useSignUp = () =>
  useMutation({
    mutationFn: (body: Body<'/api/sign-up'>) => answer(api.POST('/api/sign-up', { body })),
    meta: { quiet: true },
  });

export const useSetUp = () =>
  useMutation({
    mutationFn: (body: Body<'/api/sign-up/first'>) => answer(api.POST('/api/sign-up/first', { body })),
    meta: { quiet: true },
  });

export const useConfirmSignUp = () =>
  useMutation({
    mutationFn: (body: Body<'/api/sign-up/confirm'>) => answer(api.POST('/api/sign-up/confirm', { body })),
    meta: { quiet: true },
  });
