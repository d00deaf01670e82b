import type { HoldsPersons } from './holdings.js';

/** Announced facts hold ids; of an error only its class and code are kept. */
export const PLATFORM: HoldsPersons = {
  room: 'platform',
  holdings: [
    { table: 'outbox', columns: { fact: 'kept' } },
    { table: 'firm_failure', columns: { loop: 'kept', error: 'kept' } },
    {
      // the answers to requests that may be sent again: no half of one would do, so all of the firm's go
      table: 'idempotency_key',
      about: 't.body is not null',
      given: 'false',
      columns: { key_hash: 'kept', request_hash: 'kept', content_type: 'cleared', body: 'cleared' },
      becomes: { status: 'null', lease_until: 'now()' },
      uncounted: true,
    },
  ],
};
