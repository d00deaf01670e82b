import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useFlags = (searchId: string, enabled = true) =>
  useQuery({
    queryKey: keys.flags(searchId),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/searches/{id}/flags', { params: { path: { id: searchId } }, signal })),
    select: ({ items }) => items,
    enabled,
  });
