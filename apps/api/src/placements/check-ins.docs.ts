import type { Docs } from '../http/documented.js';

export const checkInsDocs = {
  list: {
    summary: 'List check-ins to come',
    description: 'In the searches you work on, by the day they are due.',
  },
  ofOffer: {
    summary: 'List check-ins of an offer',
    description: 'All check-ins of one placement, done and to come.',
    refusals: ['offer_not_found'],
  },
  done: {
    summary: 'Mark a check-in as done',
    description: 'With a note on what was said, if there is one.',
    refusals: ['candidacy_ended', 'check_in_done', 'check_in_not_found'],
  },
  undone: {
    summary: 'Open a check-in again',
    description: 'One that was marked as done by mistake; its note stays.',
    refusals: ['candidacy_ended', 'check_in_not_done', 'check_in_not_found'],
  },
} satisfies Docs;
