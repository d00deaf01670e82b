// The names are stored, in the audit too, which is never rewritten: so they keep the room they had.

/** Subject: the task. */
export const TASK_ADDED = 'activities.task_added';
export const TASK_CHANGED = 'activities.task_changed';
export const TASK_DONE = 'activities.task_done';
export const TASK_UNDONE = 'activities.task_undone';
