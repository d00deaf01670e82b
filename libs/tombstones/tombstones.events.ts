/** Somebody is kept again in spite of an erasure; subject: the erasure. */
export const TOMBSTONE_LIFTED = 'tombstones.tombstone_lifted';
