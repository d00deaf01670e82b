import { answer, api } from '../../../lib/api';
import { useChange } from '../../../lib/use-change';

export const useAddCandidacy = (searchId: string) =>
  useChange({
    fact: 'pipeline.candidacy_added',
    mutationFn: (candidateId: string) =>
      answer(api.POST('/api/searches/{id}/candidacies', { params: { path: { id: searchId } }, body: { candidateId } })),
  });
