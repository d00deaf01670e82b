/** Stages were added, renamed, reordered, archived or given other budgets; the subject is the firm. */
export const STAGES_CHANGED = 'stages.stages_changed';
