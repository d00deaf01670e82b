import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

/** Where a person stands in each search that the reader may see. */
export const useStanding = (candidateId: string) =>
  useQuery({
    queryKey: ['standing', candidateId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/candidates/{id}/candidacies', { params: { path: { id: candidateId } }, signal })),
    select: ({ items }) => items,
  });
