import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { boardQuery } from './board';

export function useAddCandidacy(searchId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (candidateId: string) =>
      answer(api.POST('/api/searches/{id}/candidacies', { params: { path: { id: searchId } }, body: { candidateId } })),
    onSuccess: () =>
      Promise.all(
        [boardQuery(searchId).queryKey, ['search', searchId], ['candidate']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
