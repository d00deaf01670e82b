import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const useRoleTemplates = () =>
  useQuery({
    queryKey: ['role-templates'],
    queryFn: ({ signal }) => answer(api.GET('/api/role-templates', { signal })),
    select: ({ items }) => items,
    staleTime: Infinity,
  });
