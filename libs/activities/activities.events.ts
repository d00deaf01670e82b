/** Subject: the search, whose clocks it may change. An activity without a search is not announced. */
export const ACTIVITY_LOGGED = 'activities.activity_logged';

/** Subject: the task. */
export const TASK_ADDED = 'activities.task_added';
export const TASK_CHANGED = 'activities.task_changed';
export const TASK_DONE = 'activities.task_done';
export const TASK_UNDONE = 'activities.task_undone';
