import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const useWhy = (flagId: string) =>
  useQuery({
    queryKey: ['flag', flagId, 'why'],
    queryFn: ({ signal }) => answer(api.GET('/api/flags/{id}/why', { params: { path: { id: flagId } }, signal })),
  });
