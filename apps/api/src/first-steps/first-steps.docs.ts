import type { Docs } from '../http/documented.js';

export const firstStepsDocs = {
  list: {
    summary: 'List the first steps of a firm',
    description:
      'What is there and what is left: offices with holidays to come, colleagues, a client, somebody there, a search you may see, an import. For partners and admins.',
    refusals: ['not_allowed'],
  },
  putAway: {
    summary: 'Put the first steps away',
    description: 'For yourself alone, on every device; or call them back. For partners and admins.',
    refusals: ['not_allowed'],
  },
} satisfies Docs;
