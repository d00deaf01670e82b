import { useQuery } from '@tanstack/react-query';
import { answer, api } from './api';
import { keys } from './query-keys';

export const useRoleTemplates = () =>
  useQuery({
    queryKey: keys.roleTemplates(),
    queryFn: ({ signal }) => answer(api.GET('/api/role-templates', { signal })),
  });
