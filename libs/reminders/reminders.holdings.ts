import type { HoldsPersons } from '@app/platform/persons/holdings.js';

export const REMINDERS: HoldsPersons = {
  room: 'reminders',
  holdings: [
    {
      table: 'reminder',
      about: 't.contact_id = p.contact_id',
      columns: { kind: 'kept', subject_type: 'kept', occurrence_key: 'kept', mode: 'kept' },
      search: 't.search_id',
      unexported: ['occurrence_key'],
    },
  ],
};
