import type { ActivitiesErrorCode } from '@app/activities/activities.types.js';

/** Something somebody of the firm has promised to do by a moment. */
export interface Task {
  id: string;
  title: string;
  dueAt: Date;
  doneAt: Date | null;
  assignee: { id: string; name: string };
  search: { id: string; title: string } | null;
  candidate: { id: string; name: string } | null;
  contact: { id: string; name: string } | null;
  version: number;
}

export interface AddTask {
  title: string;
  dueAt: Date;
  /** Absent: whoever adds it. */
  assigneeId?: string;
  searchId?: string;
  candidateId?: string;
  contactId?: string;
}

/** What is absent stays as it is. */
export interface EditTask {
  version: number;
  title?: string;
  dueAt?: Date;
  assigneeId?: string;
}

/** Without a subject: one's own. */
export interface TaskFilter {
  searchId?: string;
  candidateId?: string;
  contactId?: string;
  /** Only what is not done yet. */
  open?: boolean;
}

export type TaskErrorCode =
  | Extract<ActivitiesErrorCode, 'unknown_subject'>
  | 'assignee_not_on_team'
  | 'search_not_found'
  | 'stale_version'
  | 'task_done'
  | 'task_not_done'
  | 'task_not_found'
  | 'unknown_assignee';
