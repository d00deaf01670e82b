import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

export type DecideOffer = Body<'/api/offers/{id}/decision'>;

export function useDecideOffer(offerId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: DecideOffer) =>
      answer(api.POST('/api/offers/{id}/decision', { params: { path: { id: offerId } }, body })),
    onSuccess: () =>
      Promise.all(
        [['candidacy'], ['board'], ['search'], ['searches'], ['today']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
    meta: { quiet: true },
  });
}
