import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';

export type OpenSearch = Body<'/api/searches'>;

export const useOpenSearch = () =>
  useChange({
    fact: 'searches.search_opened',
    mutationFn: (body: OpenSearch) => answer(api.POST('/api/searches', { body })),
    quiet: true,
  });
