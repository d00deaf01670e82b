import { useQuery } from '@tanstack/react-query';
import { answer } from '../../../lib/api';
import { importApi } from '../../../lib/import-api';
import type { ImportRun } from '../../../lib/answers';

export const isGoing = ({ state }: ImportRun): boolean => state === 'waiting' || state === 'running';

/** Asked again every second while it runs; a reload finds the same run. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => answer(importApi.GET('/api/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && !isGoing(state.data) ? false : 1000),
  });
