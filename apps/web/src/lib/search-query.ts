import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './api';
import { keys } from './query-keys';

/** The header of a search: what nearly every page about it begins with. */
export const searchQuery = (id: string) =>
  queryOptions({
    queryKey: keys.search(id),
    queryFn: ({ signal }) => answer(api.GET('/api/searches/{id}', { params: { path: { id } }, signal })),
  });
