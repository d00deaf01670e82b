/** Facts this room announces. Their subject is the search, whose clocks the first may change. */
export const INTERVIEW_SET = 'interviews.interview_set';
export const INTERVIEW_CHANGED = 'interviews.interview_changed';
export const INTERVIEW_CANCELLED = 'interviews.interview_cancelled';
export const INTERVIEW_RESTORED = 'interviews.interview_restored';
