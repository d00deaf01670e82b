import type { Docs } from '../http/documented.js';

export const searchesDocs = {
  list: {
    summary: 'List searches',
    description:
      'Those you may see, newest first if no other order is asked for, by status, health, lead, client, office or role if asked.',
  },
  open: {
    summary: 'Open a search',
    description:
      'Starts with the brief of its role and a reference of its own. For consultants, partners and admins; anyone who makes it confidential joins its team.',
    refusals: [
      'colleague_left',
      'not_allowed',
      'role_refused',
      'target_date_refused',
      'unknown_client',
      'unknown_office',
      'unknown_team_member',
    ],
  },
  find: {
    summary: 'Show a search',
    description: 'With its brief, team, holds and health, and what you may do next.',
    refusals: ['search_not_found'],
  },
  edit: {
    summary: 'Change a search',
    description:
      'For consultants, partners and admins. Only its lead, partners and admins change lead, team and confidentiality; a former lead stays on the team.',
    refusals: [
      'colleague_left',
      'member_stays',
      'not_allowed',
      'search_not_found',
      'search_status_refused',
      'target_date_refused',
      'unknown_client',
      'unknown_office',
      'unknown_team_member',
    ],
  },
  leave: {
    summary: 'Leave the team of a search',
    description: 'Takes you off the team and nobody else. The lead hands the search over first.',
    refusals: ['lead_stays', 'not_on_team', 'search_not_found', 'search_status_refused'],
  },
  hold: {
    summary: 'Put a search on hold',
    description:
      'Working-day clocks pause until it is resumed; market windows go on. For consultants, partners and admins.',
    refusals: ['not_allowed', 'search_not_found', 'search_status_refused'],
  },
  resume: {
    summary: 'Resume a search',
    description:
      'Ends its hold; the working-day clocks go on from where they stood. For consultants, partners and admins.',
    refusals: ['not_allowed', 'search_not_found', 'search_status_refused'],
  },
  close: {
    summary: 'Close a search',
    description:
      'With a coded reason; its flags are cleared and its clocks stop. A placement closes it by itself. For consultants, partners and admins.',
    refusals: ['not_allowed', 'search_not_found', 'search_status_refused'],
  },
  reopen: {
    summary: 'Reopen a search',
    description:
      'Starts a new episode with a fresh clock; active candidacies stay where they are. For consultants, partners and admins.',
    refusals: ['not_allowed', 'search_not_found', 'search_status_refused'],
  },
} satisfies Docs;
