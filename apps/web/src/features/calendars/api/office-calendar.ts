import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

const of = (id: string) => ({ path: { id } });

export const useOfficeCalendar = (id: string) =>
  useQuery({
    queryKey: keys.officeCalendar(id),
    queryFn: ({ signal }) => answer(api.GET('/api/offices/{id}/calendar', { params: of(id), signal })),
  });

export const useOfficeProposals = (id: string, year: number, region: string | null) =>
  useQuery({
    queryKey: keys.officeProposals(id, year, region),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/offices/{id}/calendar/proposals', {
          params: { ...of(id), query: { year, region: region ?? 'none' } },
          signal,
        }),
      ),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
  });

export const useOfficeVersions = (id: string) =>
  useQuery({
    queryKey: keys.officeVersions(id),
    queryFn: ({ signal }) => answer(api.GET('/api/offices/{id}/calendar/versions', { params: of(id), signal })),
    select: ({ items }) => items,
  });

export type EditOfficeCalendar = Body<'/api/offices/{id}/calendar', 'patch'>;

export const useEditOfficeCalendar = (id: string) =>
  useChange({
    fact: 'calendars.office_calendar_changed',
    mutationFn: (body: EditOfficeCalendar) => answer(api.PATCH('/api/offices/{id}/calendar', { params: of(id), body })),
    keep: (saved, queries) => queries.setQueryData(keys.officeCalendar(id), saved),
    quiet: true,
  });
