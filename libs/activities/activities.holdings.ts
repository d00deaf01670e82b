import { ABOUT_SUBJECT, type HoldsPersons } from '@app/platform/persons/holdings.js';

export const ACTIVITIES: HoldsPersons = {
  room: 'activities',
  holdings: [
    {
      table: 'activity',
      about: ABOUT_SUBJECT,
      columns: { kind: 'kept', text: 'text', import_key: 'cleared' },
      search: 't.search_id',
      users: ['by_user_id'],
      unexported: ['import_key', 'version'],
    },
    {
      table: 'activity_version',
      about: ABOUT_SUBJECT,
      columns: { kind: 'kept', text: 'text', import_key: 'cleared', change: 'kept', reason: 'text' },
      search: 't.search_id',
      users: ['by_user_id', 'changed_by'],
      unexported: ['import_key'],
    },
  ],
};
