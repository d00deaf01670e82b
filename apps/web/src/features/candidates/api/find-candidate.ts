import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const candidateQuery = (id: string) =>
  queryOptions({
    queryKey: keys.candidate(id),
    queryFn: ({ signal }) => answer(api.GET('/api/candidates/{id}', { params: { path: { id } }, signal })),
  });

export const useCandidate = (id: string) => useQuery(candidateQuery(id));
