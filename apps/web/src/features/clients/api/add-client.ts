import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';

export type NewClient = Body<'/api/clients'>;

export const useAddClient = () =>
  useChange({
    fact: 'clients.client_added',
    mutationFn: (body: NewClient) => answer(api.POST('/api/clients', { body })),
    quiet: true,
  });
