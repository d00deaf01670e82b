import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Body } from '../../../lib/answers';
import { answer, api } from '../../../lib/api';

/** Puts an admin on the team of a confidential search; its team is told. */
export function useBreakGlass() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'/api/searches/break-glass'>) => answer(api.POST('/api/searches/break-glass', { body })),
    onSuccess: () => queryClient.invalidateQueries(),
    meta: { quiet: true },
  });
}
