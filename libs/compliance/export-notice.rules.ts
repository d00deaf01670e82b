import type { PersonKind } from './compliance.types.js';

/** What an export tells beside the data, Article 15(1) GDPR. docs/PRIVACY.md says the same at more length. */
export const PURPOSES: Record<PersonKind, string[]> = {
  candidate: ['To find out whether a position that the firm fills suits the person, and to speak with them about it.'],
  contact: ['To speak with the person about the positions that their employer has filled by the firm.'],
};

/** The same for everybody who is not the system, whatever there is that they may not see. */
export const EXTENT = {
  seen: 'This document holds what the person who made it may see. The firm makes the complete one from the command line.',
  complete: 'This document is complete.',
};

export const RETENTION_WORDS = [
  'The record is kept until the firm erases it, by itself or because the person asks for it.',
  'Rows that an import refused are kept for 30 days after the import; files that were uploaded, until they were read.',
];

export const RIGHTS = [
  'To have it corrected, erased or restricted, to object, and to complain to a supervisory authority.',
  'No decision about the person is made by a machine alone.',
];
