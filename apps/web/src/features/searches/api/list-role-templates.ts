import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useRoleTemplates = () =>
  useQuery({
    queryKey: keys.roleTemplates(),
    queryFn: ({ signal }) => answer(api.GET('/api/role-templates', { signal })),
    select: ({ items }) => items,
    staleTime: Infinity,
  });
