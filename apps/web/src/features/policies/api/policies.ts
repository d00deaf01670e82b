import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

/** Whose limits: the firm's, a role's or a search's. */
export type Place = { scope: 'firm' } | { scope: 'role'; roleKey: string } | { scope: 'search'; searchId: string };

export type EditPolicy = Body<'/api/policies/firm', 'patch'>;

const ALL = ['policies'];

export const usePolicies = () =>
  useQuery({ queryKey: ALL, queryFn: ({ signal }) => answer(api.GET('/api/policies', { signal })) });

export const useSearchPolicy = (id: string) =>
  useQuery({
    queryKey: [...ALL, 'search', id],
    queryFn: ({ signal }) => answer(api.GET('/api/searches/{id}/policy', { params: { path: { id } }, signal })),
  });

export const usePolicyVersions = (place: Place) =>
  useQuery({
    queryKey: [...ALL, 'versions', place],
    queryFn: ({ signal }) => {
      if (place.scope === 'firm') return answer(api.GET('/api/policies/firm/versions', { signal }));
      if (place.scope === 'role') {
        const { roleKey } = place;
        return answer(api.GET('/api/policies/roles/{roleKey}/versions', { params: { path: { roleKey } }, signal }));
      }
      const path = { id: place.searchId };
      return answer(api.GET('/api/searches/{id}/policy/versions', { params: { path }, signal }));
    },
    select: ({ items }) => items,
  });

export function useEditPolicy(place: Place) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: EditPolicy) => {
      if (place.scope === 'firm') return answer(api.PATCH('/api/policies/firm', { body }));
      if (place.scope === 'role') {
        const { roleKey } = place;
        return answer(api.PATCH('/api/policies/roles/{roleKey}', { params: { path: { roleKey } }, body }));
      }
      return answer(api.PATCH('/api/searches/{id}/policy', { params: { path: { id: place.searchId } }, body }));
    },
    // budgets and flags follow from it everywhere
    onSuccess: () => queryClient.invalidateQueries(),
    meta: { quiet: true },
  });
}
