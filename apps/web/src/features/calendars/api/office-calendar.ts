import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

const key = (id: string) => ['office-calendar', id];
const of = (id: string) => ({ path: { id } });

export const useCalendarOffices = () =>
  useQuery({
    queryKey: ['offices'],
    queryFn: ({ signal }) => answer(api.GET('/api/offices', { signal })),
    select: ({ items }) => items,
    staleTime: 5 * 60_000,
  });

export const useOfficeCalendar = (id: string) =>
  useQuery({
    queryKey: key(id),
    queryFn: ({ signal }) => answer(api.GET('/api/offices/{id}/calendar', { params: of(id), signal })),
  });

export const useOfficeProposals = (id: string, year: number) =>
  useQuery({
    queryKey: [...key(id), 'proposals', year],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/offices/{id}/calendar/proposals', { params: { ...of(id), query: { year } }, signal })),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
  });

export const useOfficeVersions = (id: string) =>
  useQuery({
    queryKey: [...key(id), 'versions'],
    queryFn: ({ signal }) => answer(api.GET('/api/offices/{id}/calendar/versions', { params: of(id), signal })),
    select: ({ items }) => items,
  });

export type EditOfficeCalendar = Body<'/api/offices/{id}/calendar', 'patch'>;

export function useEditOfficeCalendar(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: EditOfficeCalendar) => answer(api.PATCH('/api/offices/{id}/calendar', { params: of(id), body })),
    onSuccess: async (saved) => {
      queryClient.setQueryData(key(id), saved);
      // days, flags and the reader's own zone may all be different now
      await queryClient.invalidateQueries();
    },
    meta: { quiet: true },
  });
}
