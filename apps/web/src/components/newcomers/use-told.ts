import { notifyDone, notifyUndo } from '../../lib/notify';
import { count } from '../../lib/words';
import { useTakeOff, type Added } from './newcomers';

/** Says what became of them; from a search they can be taken off again for a while. */
export function useTold(intoSearch: boolean) {
  const takeOff = useTakeOff();
  const undo = (added: Added): void =>
    takeOff.mutate(added, {
      onSuccess: ({ off, stayed }) => {
        const kept = added.items.some(({ isNew }) => isNew) ? ' Who was new stays among the candidates.' : '';
        const moved = stayed > 0 ? ` ${stayed} changed in the meantime and stayed.` : '';
        notifyDone(`${count(off, 'person', 'people')} taken off the search.${moved}${kept}`);
      },
    });
  return (added: Added): void => {
    const { items, refused } = added;
    const left = refused.length > 0 ? ` ${refused.length} could not be added: ${refused[0]?.detail ?? ''}` : '';
    const said = `${count(items.length, 'person', 'people')} added${intoSearch ? ' to the search' : ''}.${left}`;
    if (intoSearch && items.length > 0) notifyUndo(said, () => undo(added));
    else notifyDone(said);
  };
}
