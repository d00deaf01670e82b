/** Facts this room announces. Their subject is the search, whose clocks they may change. */
export const CANDIDACY_ADDED = 'pipeline.candidacy_added';
export const CANDIDACY_MOVED = 'pipeline.candidacy_moved';
export const MOVE_CORRECTED = 'pipeline.move_corrected';
export const CANDIDACY_ENDED = 'pipeline.candidacy_ended';
export const CANDIDACY_REACTIVATED = 'pipeline.candidacy_reactivated';
