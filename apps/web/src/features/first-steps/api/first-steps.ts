import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useFirstSteps = () =>
  useQuery({
    queryKey: keys.firstSteps(),
    queryFn: ({ signal }) => answer(api.GET('/api/first-steps', { signal })),
    meta: { quiet: true },
  });
