import type { HoldsPersons } from '@app/platform/persons/holdings.js';

/** Salted hashes: they recognise somebody who comes back, and say nothing. */
export const TOMBSTONES: HoldsPersons = {
  room: 'tombstones',
  holdings: [
    { table: 'tombstone', columns: { mark: 'kept' } },
    { table: 'tombstone_salt', columns: { salt: 'kept' } },
  ],
};
