import type { Docs } from '../http/documented.js';

export const invitationsDocs = {
  open: {
    summary: 'Look at an invitation',
    description:
      'Which firm invites whom, and whether a password has to be chosen. Changes nothing, because email programs follow links by themselves.',
    refusals: ['invitation_spent', 'invitation_used'],
  },
  accept: {
    summary: 'Accept an invitation',
    description:
      'Joins the firm and answers with the session cookie. A person who already has a password joins with it; anyone else chooses one here.',
    refusals: [
      'has_password',
      'invitation_spent',
      'invitation_used',
      'login_refused',
      'password_refused',
      'too_many_attempts',
      'user_not_found',
      'wrong_credentials',
    ],
  },
} satisfies Docs;
