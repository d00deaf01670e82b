import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useImports = () =>
  useQuery({
    queryKey: keys.imports(),
    queryFn: ({ signal }) => answer(api.GET('/api/imports', { signal })),
    select: ({ items }) => items,
    refetchInterval: 5000,
  });
