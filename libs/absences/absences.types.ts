import type { LocalDate } from '@app/platform/time/local-date.js';

export interface StoredAbsence {
  id: string;
  userId: string;
  deputyUserId: string;
  /** local dates of the person's office, both included */
  firstDay: LocalDate;
  lastDay: LocalDate;
  version: number;
}

export interface AbsencePerson {
  id: string;
  name: string;
}

export interface Absence {
  id: string;
  user: AbsencePerson;
  deputy: AbsencePerson;
  firstDay: LocalDate;
  lastDay: LocalDate;
  version: number;
  state: 'coming' | 'now' | 'over';
  /** what it changes, as a sentence */
  effect: string;
  /** what somebody should look at: the deputy is away too */
  warning: string | null;
  allowed: { change: boolean };
}

export interface AddAbsence {
  /** absent: the actor */
  userId?: string;
  deputyUserId: string;
  firstDay: LocalDate;
  lastDay: LocalDate;
}

export interface ChangeAbsence {
  version: number;
  deputyUserId?: string;
  firstDay?: LocalDate;
  lastDay?: LocalDate;
}

export type AbsencesErrorCode =
  'absence_not_found' | 'absence_refused' | 'absence_overlaps' | 'unknown_deputy' | 'unknown_person' | 'stale_version';
