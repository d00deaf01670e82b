import type { Docs } from '../http/documented.js';

export const todayDocs = {
  list: {
    summary: "Show today's work",
    description:
      'What needs you today, in groups and in the order the market windows run out; the snoozed flags instead if asked. A page is of rows: the flags of one candidacy, or of one search itself, stand together.',
    refusals: ['unknown_cursor'],
  },
} satisfies Docs;
