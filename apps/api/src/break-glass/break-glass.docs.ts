import type { Docs } from '../http/documented.js';

export const breakGlassDocs = {
  open: {
    summary: 'Open a confidential search as an admin',
    description:
      'Puts an admin on its team, with a reason, and gives everyone on the team a task that says so. For anyone else, the search does not exist.',
    refusals: ['search_not_found'],
  },
} satisfies Docs;
