import type { Docs } from '../http/documented.js';

export const timelineDocs = {
  list: {
    summary: 'Read a timeline',
    description:
      'What happened in a search, with a candidate, with a contact or with a client, newest first: what was logged, moves, interviews, offers, outcomes, and the opening, holds and closing of searches. What was corrected, withdrawn or called off is marked. Leaves out what belongs to a search you may not see.',
    refusals: ['timeline_without_subject'],
  },
} satisfies Docs;
