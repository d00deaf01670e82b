import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

type Change = { version: number } & ({ text: string } | { reason: string });

/** Other words for what was logged, or taking it back; clocks may stand otherwise then. */
export function useChangeActivity(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (change: Change): Promise<void> => {
      const params = { path: { id } };
      if ('text' in change) await answer(api.PATCH('/api/activities/{id}', { params, body: change }));
      else await answer(api.POST('/api/activities/{id}/withdrawal', { params, body: change }));
    },
    onSettled: () =>
      Promise.all(
        [['candidacy'], ['board'], ['search'], ['today']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
