import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useClient = (id: string) =>
  useQuery({
    queryKey: keys.client(id),
    queryFn: ({ signal }) => answer(api.GET('/api/clients/{id}', { params: { path: { id } }, signal })),
  });
