import type { Docs } from '../http/documented.js';

export const signUpDocs = {
  state: {
    summary: 'Show who may found a firm here',
    description: 'Whether this installation takes new firms, and whether the first one is still to be set up.',
  },
  signUp: {
    summary: 'Sign up a firm',
    description:
      'Sends a link to the address; nothing is made before it is followed. The answer is the same for every address.',
    refusals: ['sign_up_closed', 'sign_up_token_wrong', 'too_many_attempts', 'unknown_region', 'unknown_time_zone'],
  },
  look: {
    summary: 'Look at a sign-up',
    description: 'What the link in the email is for, and whether a password has to be chosen. Changes nothing.',
    refusals: ['sign_up_link_spent', 'too_many_attempts'],
  },
  confirm: {
    summary: 'Confirm a sign-up',
    description: 'Makes the firm with its first office, the default stages and its first user, an admin.',
    refusals: ['password_needed', 'password_refused', 'sign_up_link_spent', 'too_many_attempts', 'user_not_found'],
  },
  setUp: {
    summary: 'Set up the first firm',
    description:
      'Takes the token of the link that the api prints when it starts, so only the person who runs the installation can do it, and only once.',
    refusals: [
      'password_needed',
      'password_refused',
      'set_up_done',
      'set_up_link_wrong',
      'too_many_attempts',
      'unknown_region',
      'unknown_time_zone',
      'user_not_found',
    ],
  },
} satisfies Docs;
