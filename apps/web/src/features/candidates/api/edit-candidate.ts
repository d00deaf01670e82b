import { answer, api } from '../../../lib/api';
import type { Anyway } from '../../../components/pickers/candidates';
import type { Body } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';

export type EditCandidate = Body<'/api/candidates/{id}', 'patch'>;

export const useEditCandidate = (id: string) =>
  useChange({
    fact: 'candidates.candidate_changed',
    mutationFn: ({ force, ...body }: EditCandidate & Anyway) =>
      answer(
        api.PATCH('/api/candidates/{id}', { params: { path: { id }, query: force ? { force: 'true' } : {} }, body }),
      ),
    quiet: true,
  });
