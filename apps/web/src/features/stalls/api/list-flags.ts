import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const useFlags = (searchId: string, enabled = true) =>
  useQuery({
    queryKey: ['search', searchId, 'flags'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/searches/{id}/flags', { params: { path: { id: searchId } }, signal })),
    select: ({ items }) => items,
    enabled,
  });
