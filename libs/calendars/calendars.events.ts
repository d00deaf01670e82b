/** Zone, working days or holidays of an office changed; the subject is the office. */
export const OFFICE_CALENDAR_CHANGED = 'calendars.office_calendar_changed';
/** A client's holidays changed; the subject is the client. */
export const CLIENT_CALENDAR_CHANGED = 'calendars.client_calendar_changed';
