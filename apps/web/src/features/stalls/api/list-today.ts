import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const useToday = () =>
  useQuery({
    queryKey: ['today'],
    queryFn: ({ signal }) => answer(api.GET('/api/today', { signal })),
    select: ({ items }) => items,
    refetchInterval: 60_000,
  });
