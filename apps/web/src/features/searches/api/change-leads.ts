import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Answer, Body } from '../../../lib/answers';
import { inParts } from '../../../lib/in-parts';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type LeadChange = Body<'/api/searches/leads'>['changes'][number];
export type LeadChanges = Answer<'/api/searches/leads', 'post'>;

/** What would become of each; nothing is changed. */
export const useLeadsPreview = (changes: readonly LeadChange[]) =>
  useQuery({
    queryKey: keys.leads(changes),
    queryFn: ({ signal }) =>
      inParts(changes, (some) => answer(api.POST('/api/searches/leads/preview', { body: { changes: some }, signal }))),
    placeholderData: keepPreviousData,
    enabled: changes.length > 0,
    gcTime: 0,
  });

export const useChangeLeads = () =>
  useChange({
    fact: 'searches.search_changed',
    mutationFn: (changes: readonly LeadChange[]) =>
      inParts(changes, (some) => answer(api.POST('/api/searches/leads', { body: { changes: some } }))),
    evenRefused: true,
  });
