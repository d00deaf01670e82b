import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

export type NewClient = Body<'/api/clients'>;

export function useAddClient() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NewClient) => answer(api.POST('/api/clients', { body })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['clients'] }),
    meta: { quiet: true },
  });
}
