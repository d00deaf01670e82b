import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body, ClientRecord } from '../../../lib/answers';

export type EditClient = Body<'/api/clients/{id}', 'patch'>;
export type EditContact = Body<'/api/clients/{id}/contacts/{contactId}', 'patch'>;

function useKept(id: string) {
  const queryClient = useQueryClient();
  return (client: ClientRecord) => {
    queryClient.setQueryData(['client', id], client);
    return queryClient.invalidateQueries({ queryKey: ['clients'] });
  };
}

export function useEditClient(id: string) {
  const onSuccess = useKept(id);
  return useMutation({
    mutationFn: (body: EditClient) => answer(api.PATCH('/api/clients/{id}', { params: { path: { id } }, body })),
    onSuccess,
    meta: { quiet: true },
  });
}

export function useEditContact(id: string, contactId: string) {
  const onSuccess = useKept(id);
  return useMutation({
    mutationFn: (body: EditContact) =>
      answer(api.PATCH('/api/clients/{id}/contacts/{contactId}', { params: { path: { id, contactId } }, body })),
    onSuccess,
    meta: { quiet: true },
  });
}
