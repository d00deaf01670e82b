import type { Docs } from '../http/documented.js';

export const breakGlassDocs = {
  open: {
    summary: 'Open a confidential search as an admin',
    description:
      'Puts an admin on its team, with a reason, and gives everybody on the team a task that says so. To anybody else it answers as if there were no such search.',
    refusals: ['search_not_found'],
  },
} satisfies Docs;
