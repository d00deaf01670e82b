import type { Docs } from '../http/documented.js';

export const desksDocs = {
  figures: {
    summary: 'Show the figures of a search',
    description:
      'Of the episode that runs or ran last: its age, and on whose desk its days were spent (firm, client, candidate, on hold), for the search and for everybody who came into play; and how long they stood in each stage, in working days against its budget. docs/METRICS.md defines each. For whoever may see the search.',
    refusals: ['search_not_found'],
  },
} satisfies Docs;
