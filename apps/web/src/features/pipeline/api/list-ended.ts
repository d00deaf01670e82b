import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useEnded = (searchId: string) =>
  useQuery({
    queryKey: keys.ended(searchId),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/searches/{id}/ended', { params: { path: { id: searchId } }, signal })),
    select: ({ items }) => items,
  });
