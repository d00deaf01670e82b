import type { Docs } from '../http/documented.js';

export const absencesDocs = {
  list: {
    summary: 'List absences',
    description: 'Who is away or will be, who stands in, and what that changes for flags and reminders.',
  },
  add: {
    summary: 'Add an absence',
    description:
      'Flags and reminders go to the deputy from the first day to the last. Your own, or as a partner or admin that of a colleague.',
    refusals: [
      'absence_overlaps',
      'absence_refused',
      'colleague_left',
      'not_allowed',
      'unknown_deputy',
      'unknown_person',
    ],
  },
  change: {
    summary: 'Change an absence',
    description: 'Its days or its deputy. Your own, or as a partner or admin that of a colleague.',
    refusals: [
      'absence_not_found',
      'absence_overlaps',
      'absence_refused',
      'colleague_left',
      'not_allowed',
      'unknown_deputy',
      'unknown_person',
    ],
  },
  remove: {
    summary: 'Remove an absence',
    description: 'Flags and reminders go to the person again. Your own, or as a partner or admin that of a colleague.',
    refusals: ['absence_not_found', 'not_allowed'],
  },
} satisfies Docs;
