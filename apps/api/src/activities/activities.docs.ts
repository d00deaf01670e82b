import type { Docs } from '../http/documented.js';

export const activitiesDocs = {
  list: {
    summary: 'List activities',
    description:
      'What was logged about a search, a candidate, a contact or a client, newest first, including what has since been withdrawn. Leaves out what belongs to a search you may not see.',
    refusals: ['activity_without_subject'],
  },
  log: {
    summary: 'Log an activity',
    description:
      'What was said or done about a search, a candidate or a contact. A two-way conversation is progress and moves the clocks of the search. Colleagues who are mentioned are told once.',
    refusals: [
      'activity_in_future',
      'activity_without_subject',
      'candidacy_not_found',
      'mention_not_allowed',
      'search_not_found',
      'unknown_subject',
    ],
  },
  correct: {
    summary: 'Correct the text of an activity',
    description:
      'The earlier text stays in its history, and no clock moves. For the person who logged it, partners and admins.',
    refusals: [
      'activity_not_changeable',
      'activity_not_found',
      'mention_not_allowed',
      'search_not_found',
      'unknown_subject',
    ],
  },
  withdraw: {
    summary: 'Withdraw an activity',
    description:
      'It no longer counts, and the clocks stand where they would without it. For the person who logged it, partners and admins.',
    refusals: ['activity_not_changeable', 'activity_not_found', 'search_not_found', 'unknown_subject'],
  },
  versions: {
    summary: 'List versions of an activity',
    description: 'What it said before each change, and who changed it.',
    refusals: ['activity_not_found'],
  },
} satisfies Docs;
