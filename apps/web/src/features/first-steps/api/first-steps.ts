import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export const useFirstSteps = () =>
  useQuery({
    queryKey: keys.firstSteps(),
    queryFn: ({ signal }) => answer(api.GET('/api/first-steps', { signal })),
    meta: { quiet: true },
  });

export const usePutAway = () =>
  useChange({
    fact: 'first_steps.put_away',
    mutationFn: (away: boolean) => answer(api.PUT('/api/first-steps/away', { body: { away } })),
    keep: (steps, queries) => queries.setQueryData(keys.firstSteps(), steps),
    waits: false,
  });
