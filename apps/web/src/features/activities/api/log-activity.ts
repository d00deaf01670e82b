import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

export type NewActivity = Body<'/api/activities'>;

export function useLogActivity() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NewActivity) => answer(api.POST('/api/activities', { body })),
    // It may start clocks anew, so whatever shows clocks is asked again.
    onSuccess: () =>
      Promise.all(
        [['candidacy'], ['board'], ['search'], ['today']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
    meta: { quiet: true },
  });
}
