import type { HoldsPersons } from './holdings.js';

const NAMES_THEM = `t.file_id in (
  select c.file_id from stored_file_chunk c
  where c.firm_id = p.firm_id and exists (select 1 from unnest(p.words) w where position(convert_to(w, 'UTF8') in c.bytes) > 0))`;

const ANSWERS_ABOUT_THEM = `position(coalesce(p.candidate_id, p.contact_id)::text in t.body) > 0`;

/** Announced facts hold ids; uploads are read and emptied, but for what was left over. */
export const PLATFORM: HoldsPersons = {
  room: 'platform',
  holdings: [
    { table: 'outbox', columns: { fact: 'kept' } },
    {
      // the answer to a request that may be sent again, for a day
      table: 'idempotency_key',
      about: ANSWERS_ABOUT_THEM,
      given: 'false',
      columns: { key_hash: 'kept', request_hash: 'kept', content_type: 'kept', body: 'sentence' },
      becomes: { body: `'{}'` },
      uncounted: true,
    },
    { table: 'stored_file', columns: { name: 'text' } },
    { table: 'stored_file_chunk', about: NAMES_THEM, given: 'false', deleted: true, columns: { bytes: 'kept' } },
  ],
};
