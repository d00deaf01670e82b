import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body, SearchPolicy } from '../../../lib/answers';

const keyOf = (searchId: string) => ['search', searchId, 'policy'];

export const useSearchPolicy = (searchId: string) =>
  useQuery({
    queryKey: keyOf(searchId),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/searches/{id}/policy', { params: { path: { id: searchId } }, signal })),
  });

export type PolicyEdit = Body<'/api/searches/{id}/policy', 'patch'>;

export function useEditSearchPolicy(searchId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: PolicyEdit): Promise<SearchPolicy> =>
      answer(api.PATCH('/api/searches/{id}/policy', { params: { path: { id: searchId } }, body })),
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['search', searchId] }),
        queryClient.invalidateQueries({ queryKey: ['today'] }),
      ]);
    },
  });
}
