import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';

export const useSetStartDate = (offerId: string) =>
  useChange({
    fact: 'offers.start_date_set',
    mutationFn: (body: Body<'/api/offers/{id}/start-date', 'patch'>) =>
      answer(api.PATCH('/api/offers/{id}/start-date', { params: { path: { id: offerId } }, body })),
    quiet: true,
  });

export const useTakeBack = (offerId: string) =>
  useChange({
    fact: 'offers.acceptance_taken_back',
    mutationFn: (body: Body<'/api/offers/{id}/taking-back'>) =>
      answer(api.POST('/api/offers/{id}/taking-back', { params: { path: { id: offerId } }, body })),
    quiet: true,
  });
