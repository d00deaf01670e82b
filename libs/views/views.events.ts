/** Somebody saved, changed or removed a view of a list; the subject is the view. */
export const VIEW_SAVED = 'views.view_saved';
export const VIEW_CHANGED = 'views.view_changed';
export const VIEW_REMOVED = 'views.view_removed';
