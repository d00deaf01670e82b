import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { type Anyway, forced } from '../../../lib/anyway';
import { useChange } from '../../../lib/use-change';

export type EditCandidate = Body<'/api/candidates/{id}', 'patch'>;

export const useEditCandidate = (id: string) =>
  useChange({
    fact: 'candidates.candidate_changed',
    mutationFn: ({ force, ...body }: EditCandidate & Anyway) =>
      answer(api.PATCH('/api/candidates/{id}', { params: { path: { id }, query: forced(force) }, body })),
    quiet: true,
  });
