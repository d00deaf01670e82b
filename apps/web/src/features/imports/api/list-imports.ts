import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const useImports = () =>
  useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => answer(api.GET('/api/imports', { signal })),
    select: ({ items }) => items,
    refetchInterval: 5000,
  });
