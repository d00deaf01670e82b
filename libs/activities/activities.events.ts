/** Subject: the search, whose clocks it may change. An activity without a search is not announced. */
export const ACTIVITY_LOGGED = 'activities.activity_logged';
/** Its text was put right; the subject is the search. */
export const ACTIVITY_CORRECTED = 'activities.activity_corrected';
/** It was taken back, and with it what it meant to clocks; the subject is the search. */
export const ACTIVITY_WITHDRAWN = 'activities.activity_withdrawn';

/** Subject: the task. */
export const TASK_ADDED = 'activities.task_added';
export const TASK_CHANGED = 'activities.task_changed';
export const TASK_DONE = 'activities.task_done';
export const TASK_UNDONE = 'activities.task_undone';
