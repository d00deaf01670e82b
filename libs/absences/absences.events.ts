// The names are stored, in the audit too, which is never rewritten: so they keep the room they had.

/** Somebody's absence was added, changed or removed; the subject is the absence. */
export const ABSENCE_ADDED = 'calendars.absence_added';
export const ABSENCE_CHANGED = 'calendars.absence_changed';
export const ABSENCE_REMOVED = 'calendars.absence_removed';
