import type { HoldsPersons } from '@app/platform/persons/holdings.js';

export const SEARCHES: HoldsPersons = {
  room: 'searches',
  holdings: [
    {
      table: 'search',
      columns: {
        ref: 'kept',
        title: 'text',
        words: 'kept', // follows from the title and the reference
        role_key: 'kept',
        engagement: 'kept',
        status: 'kept',
        close_reason: 'kept',
        region: 'kept',
      },
      search: 't.id',
    },
    { table: 'search_episode', columns: { close_reason: 'kept' } },
    { table: 'search_hold', columns: { reason: 'text' }, search: 't.search_id' },
    { table: 'search_criterion', columns: { text: 'text', kind: 'kept' }, search: 't.search_id' },
  ],
};
