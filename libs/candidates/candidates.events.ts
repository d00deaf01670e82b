/** Facts this room announces; the subject of each is the candidate. */
export const CANDIDATE_ADDED = 'candidates.candidate_added';
export const CANDIDATE_CHANGED = 'candidates.candidate_changed';
export const ARTICLE14_CHANGED = 'candidates.article14_changed';
