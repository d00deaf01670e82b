import type { Body } from '../../../lib/answers';
import { answer, api } from '../../../lib/api';
import { useChange } from '../../../lib/use-change';

/** Puts an admin on the team of a confidential search; its team is told. */
export const useBreakGlass = () =>
  useChange({
    fact: 'searches.glass_broken',
    mutationFn: (body: Body<'/api/searches/break-glass'>) => answer(api.POST('/api/searches/break-glass', { body })),
    quiet: true,
  });
