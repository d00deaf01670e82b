import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const candidateQuery = (id: string) =>
  queryOptions({
    queryKey: ['candidate', id],
    queryFn: ({ signal }) => answer(api.GET('/api/candidates/{id}', { params: { path: { id } }, signal })),
  });

export const useCandidate = (id: string) => useQuery(candidateQuery(id));
