import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

const key = (id: string) => ['client-calendar', id];
const of = (id: string) => ({ path: { id } });

export const useClientCalendar = (id: string) =>
  useQuery({
    queryKey: key(id),
    queryFn: ({ signal }) => answer(api.GET('/api/clients/{id}/calendar', { params: of(id), signal })),
  });

export const useClientProposals = (id: string, year: number) =>
  useQuery({
    queryKey: [...key(id), 'proposals', year],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/clients/{id}/calendar/proposals', { params: { ...of(id), query: { year } }, signal })),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
  });

export const useClientVersions = (id: string) =>
  useQuery({
    queryKey: [...key(id), 'versions'],
    queryFn: ({ signal }) => answer(api.GET('/api/clients/{id}/calendar/versions', { params: of(id), signal })),
    select: ({ items }) => items,
  });

export function useEditClientCalendar(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'/api/clients/{id}/calendar', 'patch'>) =>
      answer(api.PATCH('/api/clients/{id}/calendar', { params: of(id), body })),
    onSuccess: async (saved) => {
      queryClient.setQueryData(key(id), saved);
      await queryClient.invalidateQueries();
    },
    meta: { quiet: true },
  });
}
