import type { Docs } from '../http/documented.js';

export const newcomersDocs = {
  preview: {
    summary: 'Preview a list of people',
    description:
      'What would become of each line of a pasted list: new, known already, in the search already, twice in the list, or refused, with the sentence a form would say. Values may be as they were typed; nothing is written.',
    refusals: ['not_allowed', 'search_not_found'],
  },
  addAll: {
    summary: 'Add a list of people',
    description:
      'In one transaction: makes a record for each person who is new, and with `searchId` puts everybody into that search. Who cannot be added is listed under `refused` with the code that adding them alone would have, and stops nobody else.',
    refusals: [
      'not_allowed',
      'search_not_found',
      'search_not_running',
      'stage_archived',
      'stage_needs_offer',
      'unknown_stage',
    ],
  },
} satisfies Docs;
