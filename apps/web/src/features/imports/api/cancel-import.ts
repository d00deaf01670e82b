import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export const useCancelImport = (id: string) =>
  useChange({
    fact: 'imports.cancelled',
    mutationFn: () => answer(api.POST('/api/imports/{id}/cancel', { params: { path: { id } } })),
    keep: (run, queries) => queries.setQueryData(keys.importRun(id), run),
  });
