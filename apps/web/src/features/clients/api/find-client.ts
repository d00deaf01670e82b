import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const useClient = (id: string) =>
  useQuery({
    queryKey: ['client', id],
    queryFn: ({ signal }) => answer(api.GET('/api/clients/{id}', { params: { path: { id } }, signal })),
  });
