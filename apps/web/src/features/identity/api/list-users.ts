import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const useUsers = () =>
  useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => answer(api.GET('/api/users', { signal })),
    select: ({ items }) => items,
    staleTime: 5 * 60_000,
  });
