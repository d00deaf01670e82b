import { func, type Definition } from './definitions.sql.js';

/** Of no room: what every room's SQL may ask. */
export const PLATFORM_SQL: readonly Definition[] = [
  // An id such as `newId` makes (UUID v7), for a statement that makes rows which nobody has counted before.
  func(
    'new_id',
    `() returns uuid language sql volatile parallel safe as $$
       select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
         placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
         52, 1), 53, 1), 'hex')::uuid $$`,
  ),
];
