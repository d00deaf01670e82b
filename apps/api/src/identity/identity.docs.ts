import type { Docs } from '../http/documented.js';

export const identityDocs = {
  me: {
    summary: 'Show who is signed in',
    description: 'The user, their firm and office, and what their role allows, so that a page offers only what works.',
    refusals: ['user_not_found'],
  },
  listOffices: {
    summary: 'List the offices',
    description: 'Every office of the firm with its country and time zone. Open to everybody at the firm.',
  },
} satisfies Docs;
