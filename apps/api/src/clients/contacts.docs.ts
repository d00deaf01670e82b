import type { Docs } from '../http/documented.js';

export const contactsDocs = {
  find: {
    summary: 'Show a contact',
    description:
      'A person on the client’s side: name, role and address, their client, and those of its searches that you may see. What was said with them is their timeline.',
    refusals: ['contact_not_found'],
  },
} satisfies Docs;
