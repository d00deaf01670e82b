import type { Docs } from '../http/documented.js';

export const offersDocs = {
  extend: {
    summary: 'Record an offer',
    description:
      'Records that it was extended: the card moves to the offer stage and the market window stops. One at a time; for consultants, partners and admins.',
    refusals: [
      'candidacy_ended',
      'candidacy_not_found',
      'not_allowed',
      'offer_already_out',
      'offer_moment_refused',
      'search_not_running',
    ],
  },
  decide: {
    summary: 'Record the answer to an offer',
    description:
      'An acceptance places the candidate and closes the search; after a refusal the candidate may get another offer. For consultants, partners and admins.',
    refusals: [
      'candidacy_ended',
      'not_allowed',
      'offer_already_decided',
      'offer_moment_refused',
      'offer_not_found',
      'search_not_running',
      'search_status_refused',
      'start_date_without_acceptance',
    ],
  },
  setStartDate: {
    summary: 'Set the start date of a placement',
    description:
      'Once it is agreed, or when it moves; check-ins that are not done follow it. For consultants, partners and admins.',
    refusals: ['candidacy_ended', 'not_allowed', 'offer_moment_refused', 'offer_not_accepted', 'offer_not_found'],
  },
  takeBack: {
    summary: 'Take an acceptance back',
    description:
      'For a placement that fell through: the candidacy ends with the outcome given, and the search stays closed. For consultants, partners and admins.',
    refusals: ['candidacy_ended', 'not_allowed', 'offer_not_accepted', 'offer_not_found'],
  },
} satisfies Docs;
