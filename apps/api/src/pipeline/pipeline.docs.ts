import type { Docs } from '../http/documented.js';

export const pipelineDocs = {
  board: {
    summary: 'Show the board of a search',
    description: 'Its stages with every active candidate, their clocks and flags, and what you may do with each card.',
    refusals: ['search_not_found'],
  },
  ended: {
    summary: 'List ended candidacies',
    description: 'The candidacies of a search that have an outcome, latest first.',
    refusals: ['search_not_found'],
  },
  add: {
    summary: 'Add a candidate to a search',
    description: 'Starts a candidacy in the first stage, or in the one given short of an offer.',
    refusals: [
      'already_in_search',
      'search_not_found',
      'search_not_running',
      'stage_archived',
      'stage_needs_offer',
      'unknown_candidate',
      'unknown_stage',
    ],
  },
  find: {
    summary: 'Show a candidacy',
    description: 'With its whole history: moves, corrections, activities, offers and interviews.',
    refusals: ['candidacy_not_found'],
  },
  move: {
    summary: 'Move a candidacy',
    description:
      'To any other stage, forward or back, except those that follow from an offer. A move forward is progress and restarts the clocks.',
    refusals: [
      'candidacy_ended',
      'candidacy_not_found',
      'same_stage',
      'search_not_running',
      'stage_archived',
      'stage_needs_offer',
      'unknown_stage',
    ],
  },
  end: {
    summary: 'End a candidacy',
    description:
      'With an outcome, who decided and why; it can be brought back. An outcome the client decided is recorded by a consultant, partner or admin.',
    refusals: ['candidacy_ended', 'candidacy_not_found', 'not_allowed', 'offer_undecided'],
  },
  reactivate: {
    summary: 'Bring a candidacy back',
    description:
      'Removes the outcome; the candidacy is active again in the stage it was in. A placement cannot be undone here.',
    refusals: [
      'candidacy_ended',
      'candidacy_not_ended',
      'candidacy_not_found',
      'candidacy_placed',
      'search_not_running',
    ],
  },
  correct: {
    summary: 'Correct the latest move',
    description: 'Voids the move with a fact of its own; stage, clocks and flags go back to where they were.',
    refusals: ['candidacy_ended', 'candidacy_not_found', 'move_not_correctable', 'search_not_running'],
  },
} satisfies Docs;
