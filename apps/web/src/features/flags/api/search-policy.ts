import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body, SearchPolicy } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export const useSearchPolicy = (searchId: string) =>
  useQuery({
    queryKey: keys.searchPolicy(searchId),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/searches/{id}/policy', { params: { path: { id: searchId } }, signal })),
  });

export type PolicyEdit = Body<'/api/searches/{id}/policy', 'patch'>;

export const useEditSearchPolicy = (searchId: string) =>
  useChange({
    fact: 'policies.policy_changed',
    mutationFn: (body: PolicyEdit): Promise<SearchPolicy> =>
      answer(api.PATCH('/api/searches/{id}/policy', { params: { path: { id: searchId } }, body })),
  });
