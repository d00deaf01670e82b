import { queryOptions } from '@tanstack/react-query';
import type { Body } from '../../lib/answers';
import { answer, api } from '../../lib/api';
import { type Anyway, forced } from '../../lib/anyway';
import { keys } from '../../lib/query-keys';
import { useChange } from '../../lib/use-change';

type AddContact = Body<'/api/clients/{id}/contacts'>;
type EditContact = Body<'/api/clients/{id}/contacts/{contactId}', 'patch'>;

/** A client with its contacts. */
export const clientQuery = (clientId: string) =>
  queryOptions({
    queryKey: keys.client(clientId),
    queryFn: ({ signal }) => answer(api.GET('/api/clients/{id}', { params: { path: { id: clientId } }, signal })),
  });

export const useAddContact = (clientId: string) =>
  useChange({
    fact: 'clients.contact_added',
    mutationFn: ({ force, ...body }: AddContact & Anyway) =>
      answer(
        api.POST('/api/clients/{id}/contacts', { params: { path: { id: clientId }, query: forced(force) }, body }),
      ),
    keep: (client, queries) => queries.setQueryData(keys.client(clientId), client),
    quiet: true,
  });

export const useEditContact = (clientId: string, contactId: string) =>
  useChange({
    fact: 'clients.contact_changed',
    mutationFn: ({ force, ...body }: EditContact & Anyway) =>
      answer(
        api.PATCH('/api/clients/{id}/contacts/{contactId}', {
          params: { path: { id: clientId, contactId }, query: forced(force) },
          body,
        }),
      ),
    keep: (client, queries) => queries.setQueryData(keys.client(clientId), client),
    quiet: true,
  });
