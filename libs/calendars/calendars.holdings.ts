import type { HoldsPersons } from '@app/platform/persons/holdings.js';

export const CALENDARS: HoldsPersons = {
  room: 'calendars',
  holdings: [
    { table: 'holiday', columns: { name: 'kept' } },
    { table: 'client_holiday', columns: { name: 'kept' } },
    { table: 'calendar_edit', columns: { region: 'kept', time_zone: 'kept', holidays: 'kept' } },
    { table: 'client_calendar_edit', columns: { holidays: 'kept' } },
  ],
};
