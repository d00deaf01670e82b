import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const searchQuery = (id: string) =>
  queryOptions({
    queryKey: keys.search(id),
    queryFn: ({ signal }) => answer(api.GET('/api/searches/{id}', { params: { path: { id } }, signal })),
  });

/** The header of a search; asked again as often as its board, so that both agree. */
export const useSearchRecord = (id: string) => useQuery({ ...searchQuery(id), refetchInterval: 10_000 });
