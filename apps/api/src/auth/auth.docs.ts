import type { Docs } from '../http/documented.js';

export const authDocs = {
  signIn: {
    summary: 'Sign in',
    description:
      'Answers with the session cookie. A wrong address and a wrong password get the same answer; after too many attempts you have to wait.',
    refusals: ['login_refused', 'too_many_attempts', 'wrong_credentials'],
  },
  signOut: {
    summary: 'Sign out',
    description: 'Ends the session and takes its cookie back. Without a session it does nothing.',
    refusals: ['login_refused'],
  },
  requestPasswordReset: {
    summary: 'Ask for a password reset',
    description: 'Sends a link to the address if there is a login for it. The answer is the same either way.',
    refusals: ['too_many_attempts'],
  },
  resetPassword: {
    summary: 'Choose a new password by link',
    description:
      'Takes the token from the link in the email, which works once and for one hour. Ends every session of the login and every other link.',
    refusals: ['password_refused', 'reset_link_spent', 'too_many_attempts', 'user_not_found'],
  },
} satisfies Docs;
