import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const useEnded = (searchId: string) =>
  useQuery({
    queryKey: ['search', searchId, 'ended'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/searches/{id}/ended', { params: { path: { id: searchId } }, signal })),
    select: ({ items }) => items,
  });
