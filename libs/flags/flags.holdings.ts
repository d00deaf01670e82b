import { ABOUT_CANDIDACY, type HoldsPersons } from '@app/platform/persons/holdings.js';

const OF_THEIR_FLAGS = `t.flag_id in (
  select f.id from stall_flag f where f.firm_id = p.firm_id and ${ABOUT_CANDIDACY('f.candidacy_id')})`;

export const FLAGS: HoldsPersons = {
  room: 'flags',
  holdings: [
    {
      table: 'flag_action',
      about: OF_THEIR_FLAGS,
      columns: { action: 'kept', detail: 'sentence' },
      becomes: { detail: `t.detail - 'reason'` },
      search: 'select f.search_id from stall_flag f where f.firm_id = t.firm_id and f.id = t.flag_id',
      users: ['by_user_id'],
    },
  ],
};
