import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Answer, Body } from '../../../lib/answers';
import { inParts } from '../../../lib/in-parts';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type ClientChange = Body<'/api/clients/changes'>['changes'][number];
export type ClientChanges = Answer<'/api/clients/changes', 'post'>;

/** What would become of each; nothing is changed. */
export const useClientChangesPreview = (changes: readonly ClientChange[]) =>
  useQuery({
    queryKey: keys.clientChanges(changes),
    queryFn: ({ signal }) =>
      inParts(changes, (some) => answer(api.POST('/api/clients/changes/preview', { body: { changes: some }, signal }))),
    placeholderData: keepPreviousData,
    enabled: changes.length > 0,
    gcTime: 0,
  });

export const useChangeClients = () =>
  useChange({
    fact: 'clients.client_changed',
    mutationFn: (changes: readonly ClientChange[]) =>
      inParts(changes, (some) => answer(api.POST('/api/clients/changes', { body: { changes: some } }))),
    evenRefused: true,
  });
