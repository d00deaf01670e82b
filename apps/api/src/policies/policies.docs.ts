import type { Docs } from '../http/documented.js';

export const policiesDocs = {
  list: {
    summary: 'Show the limits of the firm',
    description:
      'The limits of the firm and of each role: what applies, and whether the firm, the role or nobody set it.',
  },
  editFirm: {
    summary: 'Change the limits of the firm',
    description:
      'Applies to every search without a role or search limit of its own, from the next check on. For partners and admins; null takes a limit back to its default.',
    refusals: ['not_allowed', 'policy_refused'],
  },
  firmVersions: {
    summary: 'List changes of the limits of the firm',
    description: 'Who changed what and when, latest first.',
  },
  editRole: {
    summary: 'Change the limits of a role',
    description:
      'Applies to every search for this role that does not override it. For partners and admins; null takes a limit back to that of the firm.',
    refusals: ['not_allowed', 'policy_refused', 'unknown_role'],
  },
  roleVersions: {
    summary: 'List changes of the limits of a role',
    description: 'Who changed what and when, latest first.',
    refusals: ['unknown_role'],
  },
  search: {
    summary: 'Show the limits of a search',
    description: 'What applies to this search, and whether the search, its role, the firm or nobody set it.',
    refusals: ['search_not_found'],
  },
  editSearch: {
    summary: 'Change the limits of a search',
    description: 'Applies to this search alone. For its lead, partners and admins; null takes a limit back.',
    refusals: ['not_allowed', 'policy_refused', 'search_not_found'],
  },
  searchVersions: {
    summary: 'List changes of the limits of a search',
    description: 'Who changed what and when, latest first.',
    refusals: ['search_not_found'],
  },
} satisfies Docs;
