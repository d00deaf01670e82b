import type { Docs } from '../http/documented.js';

export const roleTemplatesDocs = {
  list: {
    summary: 'List the roles a search can be for',
    description: 'Each with the title and the brief a search for it starts with.',
  },
} satisfies Docs;
