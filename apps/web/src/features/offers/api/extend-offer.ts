import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

export type ExtendOffer = Body<'/api/candidacies/{id}/offers'>;

export function useExtendOffer(candidacyId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ExtendOffer) =>
      answer(api.POST('/api/candidacies/{id}/offers', { params: { path: { id: candidacyId } }, body })),
    onSuccess: () =>
      Promise.all(
        [['candidacy'], ['board'], ['search'], ['today']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
    meta: { quiet: true },
  });
}
