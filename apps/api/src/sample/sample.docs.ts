import type { Docs } from '../http/documented.js';

export const sampleDocs = {
  show: {
    summary: 'Show sample data',
    description:
      'A simulated firm beside your own, made within seconds, with searches that stall today: one of each firm, so who asks again is answered with the same. Switch to it with `POST /api/account/firm`; no email is ever sent for it. For partners and admins.',
    refusals: ['import_running', 'not_allowed', 'user_not_found'],
  },
  takeAway: {
    summary: 'Take the sample data away',
    description:
      'Removes the simulated firm with everything in it, also what was added to it; whoever looks at it is back in their own firm. Changes nothing where there is none. For partners and admins, from either firm.',
    refusals: ['import_running', 'not_allowed', 'user_not_found'],
  },
} satisfies Docs;
