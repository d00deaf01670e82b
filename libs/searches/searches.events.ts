/** Facts this room announces; the subject of each is the search. */
export const SEARCH_OPENED = 'searches.search_opened';
export const SEARCH_CHANGED = 'searches.search_changed';
export const SEARCH_HELD = 'searches.search_held';
export const SEARCH_RESUMED = 'searches.search_resumed';
export const SEARCH_CLOSED = 'searches.search_closed';
export const SEARCH_REOPENED = 'searches.search_reopened';
