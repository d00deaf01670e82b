import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const useStages = () =>
  useQuery({
    queryKey: ['stages'],
    queryFn: ({ signal }) => answer(api.GET('/api/stages', { signal })),
    select: ({ items }) => items,
    staleTime: 5 * 60_000,
  });
