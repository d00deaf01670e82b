import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

/** Snoozed flags are only counted, unless they are what one asks for. */
export const useToday = (snoozed = false, enabled = true) =>
  useQuery({
    queryKey: keys.today({ snoozed }),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/today', { params: { query: snoozed ? { snoozed: 'true' } : {} }, signal })),
    refetchInterval: 60_000,
    enabled,
  });
