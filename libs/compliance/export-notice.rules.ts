import type { PersonKind } from './compliance.types.js';

/** What an export tells beside the data, Article 15(1) GDPR. docs/PRIVACY.md says the same at more length. */
export const PURPOSES: Record<PersonKind, string[]> = {
  candidate: ['To find out whether a position the firm is filling suits the person, and to speak with them about it.'],
  contact: ['To speak with the person about positions the firm is filling for their employer.'],
};

/** The same for everybody who is not the system, whatever there is that they may not see. */
export const EXTENT = {
  seen: 'This document contains what the person who made it is allowed to see. The firm can produce the complete one from the command line.',
  complete: 'This document is complete.',
};

export const RETENTION_WORDS = [
  'The record is kept until the firm erases it, on its own initiative or at the request of the person.',
  'Rows that an import refused are kept for 30 days after the import; uploaded files, until they have been read.',
];

export const RIGHTS = [
  'To have it corrected, erased or restricted, to object, and to complain to a supervisory authority.',
  'No decision about the person is made solely by automated means.',
];
