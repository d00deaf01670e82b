import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body, Task } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type NewTask = Body<'/api/tasks'>;
export type EditTask = Body<'/api/tasks/{id}', 'patch'>;

/** Whose tasks: of a search, of a candidate, of both together; of neither, one's own. */
export interface TaskSubject {
  searchId?: string;
  candidateId?: string;
}

export const useTasks = (about: TaskSubject, open = false) =>
  useInfiniteQuery({
    queryKey: keys.tasks({ ...about, open }),
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

export const useAddTask = () =>
  useChange({
    fact: 'activities.task_added',
    mutationFn: (body: NewTask) => answer(api.POST('/api/tasks', { body })),
    quiet: true,
  });

export const useEditTask = () =>
  useChange({
    fact: 'activities.task_changed',
    mutationFn: ({ id, ...body }: EditTask & { id: string }) =>
      answer(api.PATCH('/api/tasks/{id}', { params: { path: { id } }, body })),
    quiet: true,
  });

export const useTickTask = () =>
  useChange({
    fact: ({ done }) => (done ? 'activities.task_done' : 'activities.task_undone'),
    mutationFn: ({ task: { id, version }, done }: { task: Task; done: boolean }) => {
      const call = { params: { path: { id } }, body: { version } };
      return answer(done ? api.POST('/api/tasks/{id}/done', call) : api.POST('/api/tasks/{id}/undone', call));
    },
  });
