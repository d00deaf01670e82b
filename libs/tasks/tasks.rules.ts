import type { TaskErrorCode } from './tasks.types.js';

/** Whether somebody may be given a task, as far as the search it is about lets them know of it. */
export interface AssigneeChoice {
  /** null: no such user in the firm. */
  readonly assignee: { readonly onTeam: boolean } | null;
  /** The task is about a search that only its team may know of. */
  readonly confidential: boolean;
}

export interface TaskRefusal {
  readonly code: TaskErrorCode;
  readonly sentence: string;
}

const refusal = (code: TaskErrorCode, sentence: string): TaskRefusal => ({ code, sentence });

/** Nobody is reminded of a search they may not know of. */
export function decideAssignee({ assignee, confidential }: AssigneeChoice): TaskRefusal | null {
  if (!assignee) return refusal('unknown_assignee', 'There is no user with this id in this firm.');
  if (confidential && !assignee.onTeam) {
    return refusal('assignee_not_on_team', 'This search is confidential: only its team may be given a task about it.');
  }
  return null;
}

/** A task that is done is changed only after it was opened again. */
export function decideTaskChange(doneAt: Date | null): TaskRefusal | null {
  return doneAt ? refusal('task_done', 'This task is done; reopen it before you change it.') : null;
}

export function decideTaskDone(doneAt: Date | null): TaskRefusal | null {
  return doneAt ? refusal('task_done', 'This task is already done.') : null;
}

export function decideTaskUndone(doneAt: Date | null): TaskRefusal | null {
  return doneAt ? null : refusal('task_not_done', 'This task is not done yet.');
}
