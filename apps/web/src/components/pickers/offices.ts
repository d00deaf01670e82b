import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../lib/api';
import { keys } from '../../lib/query-keys';

export const useOffices = () =>
  useQuery({
    queryKey: keys.offices(),
    queryFn: ({ signal }) => answer(api.GET('/api/offices', { signal })),
    select: ({ items }) => items,
    staleTime: 5 * 60_000,
  });
