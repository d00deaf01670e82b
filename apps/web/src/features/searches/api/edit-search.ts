import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { searchQuery } from './find-search';

export type EditSearch = Body<'/api/searches/{id}', 'patch'>;

export function useEditSearch(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: EditSearch) => answer(api.PATCH('/api/searches/{id}', { params: { path: { id } }, body })),
    onSuccess: (changed) => {
      queryClient.setQueryData(searchQuery(id).queryKey, changed);
      void queryClient.invalidateQueries({ queryKey: ['searches'] });
    },
    meta: { quiet: true },
  });
}
