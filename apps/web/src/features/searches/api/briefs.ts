import { useQueries, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useBriefs = (id: string) =>
  useQuery({
    queryKey: keys.briefs(id),
    queryFn: ({ signal }) => answer(api.GET('/api/searches/{id}/briefs', { params: { path: { id } }, signal })),
    select: ({ items }) => items,
  });

/** Each of these versions; what one says does not change any more. */
export const useBriefsOf = (id: string, versions: readonly number[]) =>
  useQueries({
    queries: versions.map((version) => ({
      queryKey: keys.brief(id, version),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answer(api.GET('/api/searches/{id}/briefs/{version}', { params: { path: { id, version } }, signal })),
      staleTime: Infinity,
    })),
  });
