import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';

export type WhatIfChanges = Body<'/api/searches/{id}/what-if'>;

/** Asked anew with every change; what was answered before stays until then. Nothing is saved. */
export const useWhatIf = (searchId: string, changes: WhatIfChanges) =>
  useQuery({
    queryKey: keys.whatIf(searchId, changes),
    queryFn: ({ signal }) =>
      answer(api.POST('/api/searches/{id}/what-if', { params: { path: { id: searchId } }, body: changes, signal })),
    placeholderData: keepPreviousData,
  });
