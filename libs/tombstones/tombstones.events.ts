/** Somebody is kept again in spite of an erasure; subject: the erasure. */
export const TOMBSTONE_LIFTED = 'tombstones.tombstone_lifted';
/** Somebody else who shares a mark with whoever was erased is kept; subject: the erasure. */
export const TOMBSTONE_PASSED = 'tombstones.tombstone_passed';
