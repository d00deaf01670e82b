/** Subject: the search, whose clocks it may change. An activity without a search is not announced. */
export const ACTIVITY_LOGGED = 'activities.activity_logged';
/** Its text was put right; the subject is the search. */
export const ACTIVITY_CORRECTED = 'activities.activity_corrected';
/** It was taken back, and with it what it meant to clocks; the subject is the search. */
export const ACTIVITY_WITHDRAWN = 'activities.activity_withdrawn';
/** Colleagues are named in it who were not before, and hear of it; the subject is the activity. */
export const COLLEAGUE_MENTIONED = 'activities.colleague_mentioned';
