import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useStages = () =>
  useQuery({
    queryKey: keys.stages(),
    queryFn: ({ signal }) => answer(api.GET('/api/stages', { signal })),
    select: ({ items }) => items,
    staleTime: 5 * 60_000,
  });
