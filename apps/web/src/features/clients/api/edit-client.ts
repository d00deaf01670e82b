import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type EditClient = Body<'/api/clients/{id}', 'patch'>;

export const useEditClient = (id: string) =>
  useChange({
    fact: 'clients.client_changed',
    mutationFn: (body: EditClient) => answer(api.PATCH('/api/clients/{id}', { params: { path: { id } }, body })),
    keep: (client, queries) => queries.setQueryData(keys.client(id), client),
    quiet: true,
  });
