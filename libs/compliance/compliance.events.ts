/** Subject: the erasure. */
export const PERSON_ERASED = 'compliance.person_erased';
/** Subject: the candidate or the contact. */
export const PERSON_EXPORTED = 'compliance.person_exported';
