import type { Docs } from '../http/documented.js';

export const clientChangesDocs = {
  preview: {
    summary: 'Show what a change of several clients would do',
    description:
      'The answer of the change itself, with nothing changed: which clients would be changed, and which would not and why.',
    refusals: ['client_like_that', 'not_allowed'],
  },
  change: {
    summary: 'Change several clients',
    description:
      'The industry or the country of up to 100 in one transaction; what is refused (`refused`) stops no other. The answer says what was there (`before`): the same request with those values undoes it.',
    refusals: ['client_like_that', 'not_allowed'],
  },
} satisfies Docs;
