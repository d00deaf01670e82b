import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

/** Whose limits: the firm's, a role's or a search's. */
export type Place = { scope: 'firm' } | { scope: 'role'; roleKey: string } | { scope: 'search'; searchId: string };

export type EditPolicy = Body<'/api/policies/firm', 'patch'>;

export const usePolicies = () =>
  useQuery({ queryKey: keys.policies(), queryFn: ({ signal }) => answer(api.GET('/api/policies', { signal })) });

export const useSearchPolicy = (id: string) =>
  useQuery({
    queryKey: keys.searchPolicy(id),
    queryFn: ({ signal }) => answer(api.GET('/api/searches/{id}/policy', { params: { path: { id } }, signal })),
  });

export const usePolicyVersions = (place: Place) =>
  useQuery({
    queryKey: keys.policyVersions(place),
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

export const useEditPolicy = (place: Place) =>
  useChange({
    fact: 'policies.policy_changed',
    mutationFn: (body: EditPolicy) => {
      if (place.scope === 'firm') return answer(api.PATCH('/api/policies/firm', { body }));
      if (place.scope === 'role') {
        const { roleKey } = place;
        return answer(api.PATCH('/api/policies/roles/{roleKey}', { params: { path: { roleKey } }, body }));
      }
      return answer(api.PATCH('/api/searches/{id}/policy', { params: { path: { id: place.searchId } }, body }));
    },
    quiet: true,
  });
