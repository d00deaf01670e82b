import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';

export type DecideOffer = Body<'/api/offers/{id}/decision'>;

export const useDecideOffer = (offerId: string) =>
  useChange({
    fact: 'offers.offer_decided',
    mutationFn: (body: DecideOffer) =>
      answer(api.POST('/api/offers/{id}/decision', { params: { path: { id: offerId } }, body })),
    quiet: true,
  });
