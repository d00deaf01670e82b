import { ABOUT_CANDIDACY, type HoldsPersons } from '@app/platform/persons/holdings.js';

/** Which fact a clock runs from: nothing to anybody else. */
const KEYS = ['stage_key', 'progress_key', 'window_key', 'client_turn_key', 'presented_key', 'assessed_key', 'version'];

export const PIPELINE: HoldsPersons = {
  room: 'pipeline',
  holdings: [
    {
      table: 'candidacy',
      about: 't.candidate_id = p.candidate_id',
      columns: { outcome: 'kept', outcome_by: 'kept', outcome_reason: 'text' },
      search: 't.search_id',
      unexported: KEYS,
    },
    {
      // moves stay as facts, without a word
      table: 'stage_move',
      about: ABOUT_CANDIDACY('t.candidacy_id'),
      columns: { reason: 'text' },
      search: 't.search_id',
      users: ['by_user_id'],
    },
  ],
};
