import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type NewAbsence = Body<'/api/absences'>;
export type ChangedAbsence = Body<'/api/absences/{id}', 'patch'>;

export const useAbsences = () =>
  useQuery({
    queryKey: keys.absences(),
    queryFn: ({ signal }) => answer(api.GET('/api/absences', { signal })),
    select: ({ items }) => items,
  });

export const useAddAbsence = () =>
  useChange({
    fact: 'calendars.absence_added',
    mutationFn: (body: NewAbsence) => answer(api.POST('/api/absences', { body })),
    quiet: true,
  });

export const useChangeAbsence = (id: string) =>
  useChange({
    fact: 'calendars.absence_changed',
    mutationFn: (body: ChangedAbsence) => answer(api.PATCH('/api/absences/{id}', { params: { path: { id } }, body })),
    quiet: true,
  });

export const useRemoveAbsence = () =>
  useChange({
    fact: 'calendars.absence_removed',
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      answer(api.DELETE('/api/absences/{id}', { params: { path: { id }, query: { version } } })),
  });
