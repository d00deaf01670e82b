import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { candidateQuery } from './find-candidate';

export type EditCandidate = Body<'/api/candidates/{id}', 'patch'>;

export function useEditCandidate(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: EditCandidate) => answer(api.PATCH('/api/candidates/{id}', { params: { path: { id } }, body })),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: candidateQuery(id).queryKey }),
        queryClient.invalidateQueries({ queryKey: ['candidates'] }),
      ]),
    meta: { quiet: true },
  });
}
