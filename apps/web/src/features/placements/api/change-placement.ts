import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

function usePlacementMutation<V, R>(mutationFn: (variables: V) => Promise<R>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all(
        [['candidacy'], ['board'], ['search'], ['check-ins']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
    meta: { quiet: true },
  });
}

export const useSetStartDate = (offerId: string) =>
  usePlacementMutation((body: Body<'/api/offers/{id}/start-date', 'patch'>) =>
    answer(api.PATCH('/api/offers/{id}/start-date', { params: { path: { id: offerId } }, body })),
  );

export const useTakeBack = (offerId: string) =>
  usePlacementMutation((body: Body<'/api/offers/{id}/taking-back'>) =>
    answer(api.POST('/api/offers/{id}/taking-back', { params: { path: { id: offerId } }, body })),
  );
