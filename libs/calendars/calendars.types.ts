import type { LocalDate } from '@app/platform/time/local-date.js';

export interface CalendarHoliday {
  /** `YYYY-MM-DD` */
  date: LocalDate;
  name: string | null;
}

/** What decides which days count, as it stood in one version. */
export interface CalendarState {
  /** ISO 3166-2: decides which holidays are proposed */
  region?: string | null | undefined;
  timeZone: string;
  /** ISO weekdays, 1 = Monday */
  workingDays: number[];
  holidays: CalendarHoliday[];
}

export interface OfficeCalendarRecord extends CalendarState {
  officeId: string;
  key: string;
  country: string;
  region: string | null;
  version: number;
  /** searches whose clocks run on it now */
  runningSearches: number;
  allowed: { edit: boolean };
}

export interface EditOfficeCalendar {
  version: number;
  region?: string | null;
  timeZone?: string;
  workingDays?: number[];
  /** all of them: those left out are removed */
  holidays?: CalendarHoliday[];
}

/** Days on which a client does nothing; they count as holidays for its searches, on top of the office's. */
export interface ClientCalendarRecord {
  clientId: string;
  country: string | null;
  holidays: CalendarHoliday[];
  version: number;
  runningSearches: number;
  allowed: { edit: boolean };
}

export interface EditClientCalendar {
  version: number;
  holidays: CalendarHoliday[];
}

export interface ProposalsAsked {
  year: number;
  /** another region than the one that is kept, to look before it is chosen */
  region?: string | null | undefined;
}

/** A public holiday somebody recorded for the country; the firm picks. */
export interface HolidayProposal extends CalendarHoliday {
  name: string;
  /** the calendar has this day */
  taken: boolean;
}

export interface CalendarVersion {
  version: number;
  at: Date;
  /** null: not edited here, as it came with an import or the founding of the firm */
  by: { id: string; name: string } | null;
  /** what differs from the version before, a sentence each; empty for the first one known */
  changes: string[];
  holidays: number;
}

export interface StoredVersion extends Partial<CalendarState> {
  version: number;
  at: Date;
  byUserId: string | null;
  holidays: CalendarHoliday[];
}

export type CalendarsErrorCode =
  | 'office_not_found'
  | 'client_not_found'
  | 'stale_version'
  | 'unknown_region'
  | 'unknown_time_zone'
  | 'no_working_day'
  | 'holiday_twice'
  | 'unknown_day';
