import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body, Task } from '../../../lib/answers';

export type NewTask = Body<'/api/tasks'>;
export type EditTask = Body<'/api/tasks/{id}', 'patch'>;

/** Whose tasks: of a search, of a candidate, of both together; of neither, one's own. */
export interface TaskSubject {
  searchId?: string;
  candidateId?: string;
}

export const useTasks = (about: TaskSubject, open = false) =>
  useInfiniteQuery({
    queryKey: ['tasks', { ...about, open }],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/tasks', {
          params: { query: { ...about, open: open || undefined, after: pageParam, limit: 20 } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

function useTaskMutation<V>(mutationFn: (variables: V) => Promise<Task>, quiet: boolean) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tasks'] }),
    meta: { quiet },
  });
}

export const useAddTask = () => useTaskMutation((body: NewTask) => answer(api.POST('/api/tasks', { body })), true);

export const useEditTask = () =>
  useTaskMutation(
    ({ id, ...body }: EditTask & { id: string }) =>
      answer(api.PATCH('/api/tasks/{id}', { params: { path: { id } }, body })),
    true,
  );

export const useTickTask = () =>
  useTaskMutation(({ task: { id, version }, done }: { task: Task; done: boolean }) => {
    const call = { params: { path: { id } }, body: { version } };
    return answer(done ? api.POST('/api/tasks/{id}/done', call) : api.POST('/api/tasks/{id}/undone', call));
  }, false);
