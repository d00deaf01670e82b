import type { HoldsPersons } from '@app/platform/persons/holdings.js';

/** Whoever is about to open a firm: of the firm's own people, and gone when they did or the link ran out. */
export const SIGN_UP: HoldsPersons = {
  room: 'sign-up',
  holdings: [
    {
      table: 'pending_sign_up',
      columns: {
        token_hash: 'staff',
        email: 'staff',
        name: 'staff',
        firm_name: 'staff',
        country: 'staff',
        region: 'staff',
        time_zone: 'staff',
      },
    },
  ],
};
