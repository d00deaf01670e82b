import type { HoldsPersons } from '@app/platform/persons/holdings.js';

export const NOTIFICATIONS: HoldsPersons = {
  room: 'notifications',
  holdings: [
    { table: 'reminder_preference', columns: { kind: 'kept', mode: 'kept' } },
    { table: 'reminder_setting', columns: {} },
  ],
};
