import type { LocalDate } from '@app/platform/time/local-date.js';

/** A dated conversation with somebody placed, so many days after their first day. */
export interface CheckIn {
  id: string;
  offerId: string;
  candidacyId: string;
  search: { id: string; title: string };
  candidate: { id: string; name: string };
  day: number;
  /** `YYYY-MM-DD` */
  dueOn: LocalDate;
  doneAt: Date | null;
  doneBy: { id: string; name: string } | null;
  note: string | null;
  version: number;
}

export interface DoCheckIn {
  version: number;
  note?: string;
}

export type CheckInErrorCode =
  'check_in_done' | 'check_in_not_done' | 'check_in_not_found' | 'offer_not_found' | 'stale_version';
