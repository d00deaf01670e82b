import type { Docs } from '../http/documented.js';

export const candidatesDocs = {
  list: {
    summary: 'List candidates',
    description:
      'By name if no other order is asked for; `q` searches names, titles and employers. Newest first is `-added`.',
  },
  add: {
    summary: 'Add a candidate',
    description:
      'One record per person, however many searches they are in. A person who asked to be forgotten is refused unless a partner keeps them on purpose; one who shares an address, number or link with another record has to be confirmed.',
    refusals: ['asked_to_be_forgotten', 'not_allowed', 'possible_duplicate'],
  },
  find: {
    summary: 'Show a candidate',
    description: 'With the market window, the Article 14 notice, and their candidacies in searches you may see.',
    refusals: ['candidate_not_found'],
  },
  edit: {
    summary: 'Change a candidate',
    description: 'Fields left out stay as they are; null clears a field that may be empty.',
    refusals: ['asked_to_be_forgotten', 'candidate_erased', 'candidate_not_found', 'not_allowed', 'possible_duplicate'],
  },
  setArticle14: {
    summary: 'Record the Article 14 notice',
    description:
      'Whether the candidate was told that the firm keeps their data and why, is exempt, or is still to be told. Only partners and admins can exempt a candidate, and they give a reason.',
    refusals: [
      'article14_moment_refused',
      'article14_reason_refused',
      'candidate_erased',
      'candidate_not_found',
      'not_allowed',
    ],
  },
} satisfies Docs;
