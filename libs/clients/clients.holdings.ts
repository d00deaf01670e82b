import { ERASED, type HoldsPersons } from '@app/platform/persons/holdings.js';

export const CLIENTS: HoldsPersons = {
  room: 'clients',
  holdings: [
    {
      table: 'client',
      columns: {
        ref: 'kept',
        name: 'staff',
        domain: 'staff',
        country: 'staff',
        industry: 'staff',
        words: 'kept', // follows from the name, the domain and the industry
      },
    },
    {
      table: 'contact',
      about: 't.id = p.contact_id',
      columns: {
        ref: 'cleared',
        name: 'cleared',
        email: 'cleared',
        role: 'kept',
        words: 'kept', // follows from the name and the address
      },
      becomes: { name: `'${ERASED}'`, erased_at: 'now()', version: 't.version + 1' },
      unexported: ['words', 'version', 'erased_at'],
    },
  ],
};
