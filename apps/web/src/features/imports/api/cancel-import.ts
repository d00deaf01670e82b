import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export function useCancelImport(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/imports/{id}/cancel', { params: { path: { id } } })),
    onSuccess: (run) => {
      queryClient.setQueryData(['import', id], run);
      return queryClient.invalidateQueries({ queryKey: ['imports'] });
    },
  });
}
