import { ABOUT_CANDIDACY, type HoldsPersons } from '@app/platform/persons/holdings.js';

export const OFFERS: HoldsPersons = {
  room: 'offers',
  holdings: [
    {
      // that an offer went out, when, and what became of it are figures; what was offered is theirs
      table: 'offer',
      about: ABOUT_CANDIDACY('t.candidacy_id'),
      columns: {
        ref: 'cleared',
        decision: 'kept',
        currency: 'cleared',
        taken_back_by: 'kept',
        taken_back_reason: 'text',
      },
      becomes: {
        base: 'null',
        bonus: 'null',
        equity_value: 'null',
        vesting_months: 'null',
        sign_on: 'null',
        relocation: 'null',
      },
      search: 't.search_id',
      unexported: ['version'],
    },
  ],
};
