/** Subject: the search, whose clocks it may change. An activity without a search is not announced. */
export const ACTIVITY_LOGGED = 'activities.activity_logged';
