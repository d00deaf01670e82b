/**
 * The lead of a search, or somebody on its team, has left; a colleague took their place. Subject: the search. The name is
 * stored, and stays.
 */
export const SEARCH_HANDED_OVER = 'searches.search_handed_over';
