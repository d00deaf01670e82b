import type { RoleTemplate } from '../../../lib/answers';
import { notifyProblem, notifyUndo } from '../../../lib/notify';
import { useEditRoleTemplate } from '../api/role-templates';

type Which = Pick<RoleTemplate, 'id' | 'title' | 'version'>;

/** Archives a template or brings it back; either is undone by the other. */
export function useArchive(): (template: Which, archived: boolean, onDone?: () => void) => void {
  const edit = useEditRoleTemplate();
  const put = ({ id, title, version }: Which, archived: boolean, onDone?: () => void): void =>
    edit.mutate(
      { id, version, archived },
      {
        onSuccess: (saved) => {
          onDone?.();
          notifyUndo(`${title} ${archived ? 'is archived' : 'is in use again'}.`, () => put(saved, !archived));
        },
        onError: notifyProblem,
      },
    );
  return put;
}
