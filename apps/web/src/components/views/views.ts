import { useQuery } from '@tanstack/react-query';
import type { Asked, Body, View } from '../../lib/answers';
import { answer, api } from '../../lib/api';
import { notifyUndo } from '../../lib/notify';
import { keys } from '../../lib/query-keys';
import { useChange } from '../../lib/use-change';

export type ListName = Asked<'/api/views'>['list'];
type NewView = Body<'/api/views'>;
type ChangedView = Body<'/api/views/{id}', 'patch'> & { id: string };

export const useViews = (list: ListName) =>
  useQuery({
    queryKey: keys.views(list),
    queryFn: ({ signal }) => answer(api.GET('/api/views', { params: { query: { list } }, signal })),
    select: ({ items }) => items,
  });

export const useSaveView = () =>
  useChange({
    fact: 'views.view_saved',
    mutationFn: (body: NewView) => answer(api.POST('/api/views', { body })),
    quiet: true,
  });

export const useChangeView = () =>
  useChange({
    fact: 'views.view_changed',
    mutationFn: ({ id, ...body }: ChangedView) =>
      answer(api.PATCH('/api/views/{id}', { params: { path: { id } }, body })),
    evenRefused: true,
  });

/** Removes a view; for a while it can be had back. */
export function useRemoveView(): (view: View) => void {
  const save = useSaveView();
  const remove = useChange({
    fact: 'views.view_removed',
    mutationFn: ({ id, version }: View) =>
      answer(api.DELETE('/api/views/{id}', { params: { path: { id }, query: { version } } })),
    evenRefused: true,
  });
  return (view) =>
    remove.mutate(view, {
      onSuccess: () =>
        notifyUndo(`“${view.name}” is removed`, () => {
          const { list, name, asked, shared } = view;
          save.mutate({ list, name, asked, shared });
        }),
    });
}
