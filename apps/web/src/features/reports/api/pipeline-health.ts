import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const usePipelineHealth = () =>
  useQuery({
    queryKey: keys.pipelineHealth(),
    queryFn: ({ signal }) => answer(api.GET('/api/pipeline-health', { signal })),
    refetchInterval: 60_000,
  });
