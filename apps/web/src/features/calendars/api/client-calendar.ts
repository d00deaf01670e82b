import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

const of = (id: string) => ({ path: { id } });

export const useClientCalendar = (id: string) =>
  useQuery({
    queryKey: keys.clientCalendar(id),
    queryFn: ({ signal }) => answer(api.GET('/api/clients/{id}/calendar', { params: of(id), signal })),
  });

export const useClientProposals = (id: string, year: number, region: string | null) =>
  useQuery({
    queryKey: keys.clientProposals(id, year, region),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/clients/{id}/calendar/proposals', {
          params: { ...of(id), query: { year, region: region ?? undefined } },
          signal,
        }),
      ),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
  });

export const useClientVersions = (id: string) =>
  useQuery({
    queryKey: keys.clientVersions(id),
    queryFn: ({ signal }) => answer(api.GET('/api/clients/{id}/calendar/versions', { params: of(id), signal })),
    select: ({ items }) => items,
  });

export const useEditClientCalendar = (id: string) =>
  useChange({
    fact: 'calendars.client_calendar_changed',
    mutationFn: (body: Body<'/api/clients/{id}/calendar', 'patch'>) =>
      answer(api.PATCH('/api/clients/{id}/calendar', { params: of(id), body })),
    keep: (saved, queries) => queries.setQueryData(keys.clientCalendar(id), saved),
    quiet: true,
  });
