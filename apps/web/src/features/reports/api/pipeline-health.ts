import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Asked } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';

/** Whose searches the figures are of. */
export type Slice = Pick<Asked<'/api/searches'>, 'leadId' | 'officeId' | 'clientId' | 'roleKey'>;

export const usePipelineHealth = (slice: Slice) =>
  useQuery({
    queryKey: keys.pipelineHealth(slice),
    queryFn: ({ signal }) => answer(api.GET('/api/pipeline-health', { params: { query: slice }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

/** What was then does not change any more, and is dear to find out: asked for again now and then. */
export const useHealthChanges = (slice: Slice) =>
  useQuery({
    queryKey: keys.healthChanges(slice),
    queryFn: ({ signal }) => answer(api.GET('/api/pipeline-health/changes', { params: { query: slice }, signal })),
    staleTime: 5 * 60_000,
  });
