import type { Docs } from '../http/documented.js';

const SAME =
  'as the list is filtered and sorted, of one moment, and with the versions by which they are changed. 1,000 at most: `more` says that others match too.';

export const selectionsDocs = {
  candidates: {
    summary: 'Select all candidates that match',
    description: `Everyone the list would show, ${SAME}`,
  },
  searches: {
    summary: 'Select all searches that match',
    description: `Those you may see, ${SAME} \`name\` is the title.`,
  },
  clients: {
    summary: 'Select all clients that match',
    description: `All the list would show, ${SAME}`,
  },
} satisfies Docs;
