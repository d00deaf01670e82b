import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../lib/api';
import { keys } from '../../lib/query-keys';

/** Those of a country whose holidays differ; none where they do not, and until a country is chosen. */
export const useRegions = (country: string | null) =>
  useQuery({
    queryKey: keys.regions(country),
    queryFn: ({ signal }) => answer(api.GET('/api/regions', { params: { query: { country: country ?? '' } }, signal })),
    enabled: Boolean(country),
    staleTime: Infinity,
  });
