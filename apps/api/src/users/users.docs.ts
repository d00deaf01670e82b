import type { Docs } from '../http/documented.js';

export const usersDocs = {
  list: {
    summary: 'List colleagues',
    description:
      'Everybody who works or worked at the firm, with open invitations, and what you may do with each of them.',
  },
  invite: {
    summary: 'Invite a colleague',
    description:
      'Sends an invitation by email; for partners and admins, and only an admin makes another admin. The person is in the firm at once and can sign in once they have followed the link.',
    refusals: ['not_allowed', 'unknown_office', 'user_known'],
  },
  change: {
    summary: 'Change a colleague',
    description:
      'Name and office, for partners and admins; the role, for admins. Nobody changes their own role, and the firm keeps one admin at least.',
    refusals: ['last_admin', 'not_allowed', 'oneself', 'unknown_office', 'user_deactivated', 'user_not_found'],
  },
  resend: {
    summary: 'Send an invitation again',
    description: 'Sends a new link; the previous one no longer works. For partners and admins.',
    refusals: ['not_allowed', 'user_not_found', 'user_not_invited'],
  },
  takeBack: {
    summary: 'Take an invitation back',
    description:
      'The link no longer works and the person counts as having left. Anything an import gave them goes to the person who usually takes over. For partners and admins.',
    refusals: ['not_allowed', 'successor_refused', 'unknown_deputy', 'user_not_found', 'user_not_invited'],
  },
  preview: {
    summary: 'Preview a hand-over',
    description:
      'How much work a colleague has in hand, as far as you may know of it, and who would usually take it over. For admins.',
    refusals: ['not_allowed', 'user_not_found'],
  },
  deactivate: {
    summary: 'Deactivate a colleague',
    description:
      'Ends their access at once and hands all their work over to the successor, in one step. For admins, who do not deactivate themselves or the last admin.',
    refusals: [
      'last_admin',
      'not_allowed',
      'oneself',
      'successor_refused',
      'unknown_deputy',
      'user_deactivated',
      'user_not_found',
    ],
  },
  reactivate: {
    summary: 'Reactivate a colleague',
    description: 'They are back with the role and office they had; what was handed over stays where it is. For admins.',
    refusals: ['not_allowed', 'user_not_deactivated', 'user_not_found'],
  },
} satisfies Docs;
