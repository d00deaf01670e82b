import { ABOUT_CANDIDACY, type HoldsPersons } from '@app/platform/persons/holdings.js';

export const PLACEMENTS: HoldsPersons = {
  room: 'placements',
  holdings: [
    {
      table: 'check_in',
      about: ABOUT_CANDIDACY('t.candidacy_id'),
      columns: { note: 'text' },
      search: 't.search_id',
      users: ['done_by'],
      unexported: ['version'],
    },
  ],
};
