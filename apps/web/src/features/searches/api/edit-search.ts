import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';
import { searchQuery } from '../../../lib/search-query';

export type EditSearch = Body<'/api/searches/{id}', 'patch'>;

export const useEditSearch = (id: string) =>
  useChange({
    fact: 'searches.search_changed',
    mutationFn: (body: EditSearch) => answer(api.PATCH('/api/searches/{id}', { params: { path: { id } }, body })),
    keep: (changed, queries) => queries.setQueryData(searchQuery(id).queryKey, changed),
    quiet: true,
  });
