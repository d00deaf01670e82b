import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useUsers = () =>
  useQuery({
    queryKey: keys.users(),
    queryFn: ({ signal }) => answer(api.GET('/api/users', { signal })),
    // work is given to nobody who has left
    select: ({ items }) => items.filter(({ state }) => state !== 'deactivated'),
    staleTime: 5 * 60_000,
  });
