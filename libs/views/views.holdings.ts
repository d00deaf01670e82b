import type { HoldsPersons } from '@app/platform/persons/holdings.js';

export const VIEWS: HoldsPersons = {
  room: 'views',
  holdings: [
    {
      // nobody is told what others look for
      table: 'saved_view',
      uncounted: true,
      columns: { list: 'kept', name: 'text', asked: 'text' },
      users: ['user_id'],
    },
  ],
};
