import type { Docs } from '../http/documented.js';

export const mailPreviewsDocs = {
  list: {
    summary: 'List the emails',
    description: 'Every email this product sends, by name, with what it is for and who gets it.',
  },
  find: {
    summary: 'Preview an email',
    description: 'How such an email looks, with simulated people and in your own time zone. Sends nothing.',
    refusals: ['not_found', 'user_not_found'],
  },
} satisfies Docs;
