import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const candidacyQuery = (id: string) =>
  queryOptions({
    queryKey: keys.candidacy(id),
    queryFn: ({ signal }) => answer(api.GET('/api/candidacies/{id}', { params: { path: { id } }, signal })),
  });

export const useCandidacy = (id: string) => useQuery(candidacyQuery(id));
