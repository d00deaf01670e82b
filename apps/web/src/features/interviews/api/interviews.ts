import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body, Interview } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type NewInterview = Body<'/api/candidacies/{id}/interviews'>;
export type EditInterview = Body<'/api/interviews/{id}', 'patch'>;

export const useInterviews = (candidacyId: string) =>
  useQuery({
    queryKey: keys.interviews(candidacyId),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/candidacies/{id}/interviews', { params: { path: { id: candidacyId } }, signal })),
    select: ({ items }) => items,
  });

/** Not over yet and beginning before a moment, in the searches one works on. */
export const useUpcomingInterviews = (to: string) =>
  useQuery({
    queryKey: keys.upcomingInterviews(to),
    queryFn: ({ signal }) => answer(api.GET('/api/interviews', { params: { query: { to } }, signal })),
    select: ({ items }) => items,
    refetchInterval: 60_000,
  });

export const useSetInterview = (candidacyId: string) =>
  useChange({
    fact: 'interviews.interview_set',
    mutationFn: (body: NewInterview) =>
      answer(api.POST('/api/candidacies/{id}/interviews', { params: { path: { id: candidacyId } }, body })),
    quiet: true,
  });

export const useEditInterview = () =>
  useChange({
    fact: 'interviews.interview_changed',
    mutationFn: ({ id, ...body }: EditInterview & { id: string }) =>
      answer(api.PATCH('/api/interviews/{id}', { params: { path: { id } }, body })),
    quiet: true,
  });

export const useCancelInterview = () =>
  useChange({
    fact: ({ cancel }) => (cancel ? 'interviews.interview_cancelled' : 'interviews.interview_restored'),
    mutationFn: ({ interview: { id, version }, cancel }: { interview: Interview; cancel: boolean }) => {
      const call = { params: { path: { id } }, body: { version } };
      return answer(
        cancel
          ? api.POST('/api/interviews/{id}/cancellation', call)
          : api.POST('/api/interviews/{id}/restoration', call),
      );
    },
  });
