import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

/** Who may set up a firm here. */
export const signUpState = queryOptions({
  queryKey: keys.signUp(),
  queryFn: ({ signal }) => answer(api.GET('/api/sign-up', { signal })),
});

/** What a link from a mail is for. Asked once: the answer does not change while the page is open. */
export const pendingSignUp = (token: string) =>
  queryOptions({
    queryKey: keys.pendingSignUp(token),
    queryFn: ({ signal }) => answer(api.POST('/api/sign-up/look', { body: { token }, signal })),
    staleTime: Infinity,
    retry: false,
  });

export const useSignUp = () =>
  useChange({
    fact: 'sign_up.asked',
    mutationFn: (body: Body<'/api/sign-up'>) => answer(api.POST('/api/sign-up', { body })),
    quiet: true,
  });

export const useSetUp = () =>
  useChange({
    fact: 'identity.firm_founded',
    mutationFn: (body: Body<'/api/sign-up/first'>) => answer(api.POST('/api/sign-up/first', { body })),
    quiet: true,
  });

export const useConfirmSignUp = () =>
  useChange({
    fact: 'identity.firm_founded',
    mutationFn: (body: Body<'/api/sign-up/confirm'>) => answer(api.POST('/api/sign-up/confirm', { body })),
    quiet: true,
  });
