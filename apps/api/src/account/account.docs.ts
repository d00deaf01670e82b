import type { Docs } from '../http/documented.js';

export const accountDocs = {
  find: {
    summary: 'Show your own account',
    description: 'Name and address, since when the password holds, and the other firms this login works for.',
    refusals: ['user_not_found'],
  },
  rename: {
    summary: 'Change your own name',
    description: 'Colleagues and emails show the new name at once. Role and office are changed by partners and admins.',
    refusals: ['user_not_found'],
  },
  changePassword: {
    summary: 'Change your own password',
    description:
      'Takes the current password as well. Ends every other session and every link that was sent, and tells the owner by email.',
    refusals: ['password_refused', 'too_many_attempts', 'user_not_found', 'wrong_password'],
  },
  listSessions: {
    summary: 'List your sessions',
    description: 'Every device this login is signed in on, with the one that asks marked as current.',
    refusals: ['user_not_found'],
  },
  endOtherSessions: {
    summary: 'End all other sessions',
    description: 'Signs this login out everywhere but here and answers how many sessions ended.',
    refusals: ['user_not_found'],
  },
  endSession: {
    summary: 'End one of your sessions',
    description: 'That device is signed out from its next request on. Ending the current session signs you out.',
    refusals: ['session_not_found', 'user_not_found'],
  },
  enterFirm: {
    summary: 'Switch to another firm',
    description: 'From the next request on, this session is in another firm the same login works for.',
    refusals: ['firm_not_yours', 'user_not_found'],
  },
} satisfies Docs;
