import type { Docs } from '../http/documented.js';

export const regionsDocs = {
  regions: {
    summary: 'List regions with holidays of their own',
    description: 'The regions of a country to choose from, where public holidays differ. Open to everybody.',
  },
} satisfies Docs;

export const calendarsDocs = {
  office: {
    summary: 'Show the calendar of an office',
    description: 'Time zone, working days and holidays. The working-day clocks of its searches run by them.',
    refusals: ['office_not_found'],
  },
  editOffice: {
    summary: 'Change the calendar of an office',
    description:
      'Everything in one request makes one new version; future deadlines move, and nobody is notified again. For partners and admins.',
    refusals: [
      'holiday_twice',
      'no_working_day',
      'not_allowed',
      'office_not_found',
      'unknown_day',
      'unknown_region',
      'unknown_time_zone',
    ],
  },
  officeProposals: {
    summary: 'Propose holidays for an office',
    description: 'The public holidays of its country and region in a year, to pick from. Nothing is added by itself.',
    refusals: ['office_not_found', 'unknown_region'],
  },
  officeVersions: {
    summary: 'List changes of an office calendar',
    description: 'Who changed what and when, latest first.',
    refusals: ['office_not_found'],
  },
  client: {
    summary: 'Show the calendar of a client',
    description: 'The days the client does not work, which its feedback clock skips.',
    refusals: ['client_not_found'],
  },
  editClient: {
    summary: 'Change the calendar of a client',
    description:
      'Everything in one request makes one new version; future deadlines move, and nobody is notified again. For consultants, partners and admins.',
    refusals: ['client_not_found', 'holiday_twice', 'not_allowed', 'unknown_day'],
  },
  clientProposals: {
    summary: 'Propose holidays for a client',
    description:
      'The public holidays of its country in a year, and of a region of it if asked, to pick from; none where no country is recorded.',
    refusals: ['client_not_found', 'unknown_region'],
  },
  clientVersions: {
    summary: 'List changes of a client calendar',
    description: 'Who changed what and when, latest first.',
    refusals: ['client_not_found'],
  },
} satisfies Docs;
