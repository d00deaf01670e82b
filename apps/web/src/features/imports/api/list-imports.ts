import { useQuery } from '@tanstack/react-query';
import { answer } from '../../../lib/api';
import { importApi } from '../../../lib/import-api';

export const useImports = () =>
  useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => answer(importApi.GET('/api/imports', { signal })),
    select: ({ items }) => items,
    refetchInterval: 5000,
  });
