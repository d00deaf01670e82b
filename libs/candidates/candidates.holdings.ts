import { ERASED, type HoldsPersons } from '@app/platform/persons/holdings.js';

export const CANDIDATES: HoldsPersons = {
  room: 'candidates',
  holdings: [
    {
      table: 'candidate',
      about: 't.id = p.candidate_id',
      columns: {
        ref: 'cleared',
        name: 'cleared',
        email: 'cleared',
        phone: 'cleared',
        profile_url: 'cleared',
        city: 'cleared',
        country: 'cleared',
        title: 'cleared',
        employer: 'cleared',
        layer: 'cleared',
        signals: 'cleared',
        source: 'text',
        words: 'kept', // follows from the name, the title and the employer
        article14_state: 'kept',
        article14_reason: 'text',
      },
      becomes: {
        name: `'${ERASED}'`,
        signals: `'{}'`,
        article14_reason: `left(t.article14_reason, 0) || '[erased]'`,
        erased_at: 'now()',
        version: 't.version + 1',
      },
      users: ['article14_by'],
      unexported: ['words', 'version', 'erased_at'],
    },
  ],
};
