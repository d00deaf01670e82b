import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { ImportSummary } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';

export const isGoing = ({ state }: Pick<ImportSummary, 'state'>): boolean => state === 'waiting' || state === 'running';

/** Asked again every second while it runs; a reload finds the same run. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: keys.importRun(id),
    queryFn: ({ signal }) => answer(api.GET('/api/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && !isGoing(state.data) ? false : 1000),
  });
