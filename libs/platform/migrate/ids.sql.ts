import { func, type Definition } from './definitions.sql.js';

/** Of no room: what every room's SQL may ask. */
export const PLATFORM_SQL: readonly Definition[] = [
  // A midnight that comes twice, or in the middle of an hour that the clocks leave out, is looked for by the quarter hour.
  func(
    'earliest_of_day',
    `(day date, zone text) returns timestamptz language sql immutable parallel safe as $$
       select min(x.at) from (
         select (day::timestamp at time zone zone) - n * interval '15 minutes' as at from generate_series(0, 16) n) x
       where (x.at at time zone zone)::date >= day $$`,
  ),
  // An id such as `newId` makes (UUID v7), for a statement that makes rows which nobody has counted before.
  func(
    'new_id',
    `() returns uuid language sql volatile parallel safe as $$
       select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
         placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
         52, 1), 53, 1), 'hex')::uuid $$`,
  ),
  // The first moment of a local day, as `startOfDay` has it: where there is no midnight the first there is, of two the first.
  func(
    'start_of_day',
    `(day date, zone text) returns timestamptz language sql immutable parallel safe as $$
       select case when ((day::timestamp at time zone zone) - interval '1 microsecond') at time zone zone >= day
                   then earliest_of_day(day, zone) else day::timestamp at time zone zone end $$`,
  ),
];
