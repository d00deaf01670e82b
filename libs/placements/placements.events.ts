// The names are stored, in the audit too, which is never rewritten: so they keep the room they had.

/** Subject: the search. */
export const CHECK_IN_DONE = 'offers.check_in_done';
export const CHECK_IN_UNDONE = 'offers.check_in_undone';
