import type { HoldsPersons } from '@app/platform/persons/holdings.js';

export const AUDIT: HoldsPersons = {
  room: 'audit',
  holdings: [
    {
      // holds ids, codes and names of fields; should words ever stand there, they go too
      table: 'audit_entry',
      about: 't.subject_id in (p.candidate_id, p.contact_id)',
      columns: { action: 'kept', subject_type: 'kept', detail: 'sentence' },
      users: ['actor_id'],
      // nobody who signs in is shown the audit
      seen: () => 'p.sees_all',
    },
  ],
};
