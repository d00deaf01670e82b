import type { Docs } from '../http/documented.js';

export const briefsDocs = {
  list: {
    summary: 'List versions of a brief',
    description:
      'Who wrote which version and when: the role template it began with, and each edit of the criteria. For whoever may see the search.',
    refusals: ['search_not_found'],
  },
  find: {
    summary: 'Read a version of a brief',
    description: 'Its criteria as they were then, in order of weight.',
    refusals: ['brief_not_found', 'search_not_found'],
  },
} satisfies Docs;
