import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

export type NewCandidate = Body<'/api/candidates'>;

export function useAddCandidate() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NewCandidate) => answer(api.POST('/api/candidates', { body })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['candidates'] }),
    meta: { quiet: true },
  });
}
