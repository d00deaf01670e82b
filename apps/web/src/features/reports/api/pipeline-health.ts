import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const usePipelineHealth = () =>
  useQuery({
    queryKey: ['pipeline-health'],
    queryFn: ({ signal }) => answer(api.GET('/api/pipeline-health', { signal })),
    refetchInterval: 60_000,
  });
