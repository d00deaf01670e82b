import type { HoldsPersons } from './holdings.js';

const NAMES_THEM = `t.file_id in (
  select c.file_id from stored_file_chunk c
  where c.firm_id = p.firm_id and exists (select 1 from unnest(p.words) w where position(convert_to(w, 'UTF8') in c.bytes) > 0))`;

/** Announced facts hold ids; uploads are read and emptied, but for what was left over. */
export const PLATFORM: HoldsPersons = {
  room: 'platform',
  holdings: [
    { table: 'outbox', columns: { fact: 'kept' } },
    {
      // the answers to requests that may be sent again: no half of one would do, so all of the firm's go
      table: 'idempotency_key',
      about: 't.body is not null',
      given: 'false',
      columns: { key_hash: 'kept', request_hash: 'kept', content_type: 'cleared', body: 'cleared' },
      becomes: { status: 'null', lease_until: 'now()' },
      uncounted: true,
    },
    { table: 'stored_file', columns: { name: 'text' } },
    { table: 'stored_file_chunk', about: NAMES_THEM, given: 'false', deleted: true, columns: { bytes: 'kept' } },
  ],
};
