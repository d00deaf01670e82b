import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useWhy = (flagId: string) =>
  useQuery({
    queryKey: keys.why(flagId),
    queryFn: ({ signal }) => answer(api.GET('/api/flags/{id}/why', { params: { path: { id: flagId } }, signal })),
    // the panel says it when the flag is no longer open
    meta: { mayGo: true },
  });
