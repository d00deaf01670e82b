/** Facts this room announces; the subject of each is the search. */
export const SEARCH_OPENED = 'searches.search_opened';
export const SEARCH_CHANGED = 'searches.search_changed';
/** Its lead, or somebody on its team, has left; a colleague took their place. */
export const SEARCH_HANDED_OVER = 'searches.search_handed_over';
export const SEARCH_HELD = 'searches.search_held';
export const SEARCH_RESUMED = 'searches.search_resumed';
export const SEARCH_CLOSED = 'searches.search_closed';
export const SEARCH_REOPENED = 'searches.search_reopened';
/** An admin put themselves on the team of a confidential search. */
export const GLASS_BROKEN = 'searches.glass_broken';
