import type { Docs } from '../http/documented.js';

export const remindersDocs = {
  list: {
    summary: 'List your reminders',
    description: 'What you were to be reminded of, latest first, each with what became of its email.',
  },
  unseen: {
    summary: 'Count your unseen reminders',
    description: 'For the number beside the bell.',
  },
  seen: {
    summary: 'Mark reminders as seen',
    description: 'Those named, or all of yours if none is named; answers how many are left.',
  },
} satisfies Docs;
