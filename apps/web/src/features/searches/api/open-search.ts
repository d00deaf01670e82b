import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

export type OpenSearch = Body<'/api/searches'>;

export function useOpenSearch() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: OpenSearch) => answer(api.POST('/api/searches', { body })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['searches'] }),
    meta: { quiet: true },
  });
}
