import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';

const KEY = ['absences'];

export type NewAbsence = Body<'/api/absences'>;
export type ChangedAbsence = Body<'/api/absences/{id}', 'patch'>;

export const useAbsences = () =>
  useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => answer(api.GET('/api/absences', { signal })),
    select: ({ items }) => items,
  });

/** The people of the firm, to choose a deputy from. */
export const useColleagues = () =>
  useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => answer(api.GET('/api/users', { signal })),
    // nobody who has left stands in for anybody
    select: ({ items }) =>
      items.filter(({ state }) => state !== 'deactivated').map(({ id, name }) => ({ value: id, label: name })),
    staleTime: 5 * 60_000,
  });

function useChanging<Variables>(mutationFn: (given: Variables) => Promise<unknown>, quiet: boolean) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: KEY }),
    meta: { quiet },
  });
}

export const useAddAbsence = () => useChanging((body: NewAbsence) => answer(api.POST('/api/absences', { body })), true);

export const useChangeAbsence = (id: string) =>
  useChanging(
    (body: ChangedAbsence) => answer(api.PATCH('/api/absences/{id}', { params: { path: { id } }, body })),
    true,
  );

export const useRemoveAbsence = () =>
  useChanging(
    ({ id, version }: { id: string; version: number }) =>
      answer(api.DELETE('/api/absences/{id}', { params: { path: { id }, query: { version } } })),
    false,
  );
