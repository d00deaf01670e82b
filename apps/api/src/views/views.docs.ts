import type { Docs } from '../http/documented.js';

export const viewsDocs = {
  list: {
    summary: 'List views',
    description:
      'Saved views of a list: your own, and those that are shared with the firm, by name; 200 at most, your own first of all.',
  },
  save: {
    summary: 'Save a view',
    description:
      'A list as it is looked at: its order, columns and filters, under a name. For yourself, or shared with the firm. What the rows are is asked anew each time, so everybody sees what they may see.',
    refusals: ['too_many_views', 'view_name_taken', 'view_words_refused'],
  },
  change: {
    summary: 'Change a view',
    description: 'Your own, or as a partner or admin a shared one.',
    refusals: ['not_allowed', 'view_name_taken', 'view_not_found', 'view_words_refused'],
  },
  remove: {
    summary: 'Remove a view',
    description: 'Your own, or as a partner or admin a shared one.',
    refusals: ['not_allowed', 'view_not_found'],
  },
} satisfies Docs;
