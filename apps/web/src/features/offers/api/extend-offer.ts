import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';

export type ExtendOffer = Body<'/api/candidacies/{id}/offers'>;

export const useExtendOffer = (candidacyId: string) =>
  useChange({
    fact: 'offers.offer_extended',
    mutationFn: (body: ExtendOffer) =>
      answer(api.POST('/api/candidacies/{id}/offers', { params: { path: { id: candidacyId } }, body })),
    quiet: true,
  });
