import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body, Interview } from '../../../lib/answers';

export type NewInterview = Body<'/api/candidacies/{id}/interviews'>;
export type EditInterview = Body<'/api/interviews/{id}', 'patch'>;

export const useInterviews = (candidacyId: string) =>
  useQuery({
    queryKey: ['interviews', candidacyId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/candidacies/{id}/interviews', { params: { path: { id: candidacyId } }, signal })),
    select: ({ items }) => items,
  });

/** Not over yet and beginning before a moment, in the searches one works on. */
export const useUpcomingInterviews = (to: string) =>
  useQuery({
    queryKey: ['interviews', 'upcoming', to],
    queryFn: ({ signal }) => answer(api.GET('/api/interviews', { params: { query: { to } }, signal })),
    select: ({ items }) => items,
    refetchInterval: 60_000,
  });

export function useSetInterview(candidacyId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NewInterview) =>
      answer(api.POST('/api/candidacies/{id}/interviews', { params: { path: { id: candidacyId } }, body })),
    // It is progress, so whatever shows clocks is asked again.
    onSuccess: () =>
      Promise.all(
        [['interviews'], ['candidacy'], ['board'], ['search'], ['today']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
    meta: { quiet: true },
  });
}

function useInterviewMutation<V>(mutationFn: (variables: V) => Promise<Interview>, quiet: boolean) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['interviews'] }),
    meta: { quiet },
  });
}

export const useEditInterview = () =>
  useInterviewMutation(
    ({ id, ...body }: EditInterview & { id: string }) =>
      answer(api.PATCH('/api/interviews/{id}', { params: { path: { id } }, body })),
    true,
  );

export const useCancelInterview = () =>
  useInterviewMutation(({ interview: { id, version }, cancel }: { interview: Interview; cancel: boolean }) => {
    const call = { params: { path: { id } }, body: { version } };
    return answer(
      cancel ? api.POST('/api/interviews/{id}/cancellation', call) : api.POST('/api/interviews/{id}/restoration', call),
    );
  }, false);
