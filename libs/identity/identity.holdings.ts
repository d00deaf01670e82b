import type { HoldsPersons } from '@app/platform/persons/holdings.js';

export const IDENTITY: HoldsPersons = {
  room: 'identity',
  holdings: [
    { table: 'firm', columns: { name: 'staff' } },
    {
      table: 'office',
      columns: { key: 'kept', country: 'kept', region: 'kept', time_zone: 'kept' },
    },
    { table: 'firm_user', columns: { email: 'staff', name: 'staff', role: 'kept', auth_user_id: 'staff' } },
    { table: 'invitation', columns: { token_hash: 'staff' } },
  ],
};
