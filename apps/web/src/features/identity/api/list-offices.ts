import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const useOffices = () =>
  useQuery({
    queryKey: ['offices'],
    queryFn: ({ signal }) => answer(api.GET('/api/offices', { signal })),
    select: ({ items }) => items,
    staleTime: 5 * 60_000,
  });
