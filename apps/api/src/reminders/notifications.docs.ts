import type { Docs } from '../http/documented.js';

export const notificationsDocs = {
  settings: {
    summary: 'Show your notification settings',
    description: 'Quiet hours, the time of the digest, and how each kind of reminder reaches you.',
    refusals: ['settings_not_found'],
  },
  change: {
    summary: 'Change your notification settings',
    description: 'Holds from the next mail on, also for what already waits.',
    refusals: ['mode_not_possible', 'settings_not_found'],
  },
  reminders: {
    summary: 'List your reminders',
    description: 'What you were to hear of, latest first, each with what became of its mail.',
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
