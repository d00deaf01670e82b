import type { Docs } from '../http/documented.js';

export const notificationsDocs = {
  settings: {
    summary: 'Show your notification settings',
    description: 'Quiet hours, the time of the digest, and how each kind of reminder reaches you.',
    refusals: ['settings_not_found'],
  },
  change: {
    summary: 'Change your notification settings',
    description: 'Applies from the next email on, also to what is already waiting.',
    refusals: ['mode_not_possible', 'settings_not_found'],
  },
} satisfies Docs;
