import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';

export type NewCandidate = Body<'/api/candidates'>;

export const useAddCandidate = () =>
  useChange({
    fact: 'candidates.candidate_added',
    mutationFn: (body: NewCandidate) => answer(api.POST('/api/candidates', { body })),
    quiet: true,
  });
