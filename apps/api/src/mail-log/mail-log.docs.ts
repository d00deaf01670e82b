import type { Docs } from '../http/documented.js';

export const mailLogDocs = {
  list: {
    summary: 'List mails',
    description:
      'Every mail of the firm, newest first: to whom it went, what became of it, and each attempt. For partners and admins.',
    refusals: ['not_allowed'],
  },
  figures: {
    summary: 'Count mails',
    description:
      'How many mails wait, went out, failed or are uncertain, and how late they were. For partners and admins.',
    refusals: ['not_allowed'],
  },
  resend: {
    summary: 'Send an uncertain mail again',
    description: 'At the risk of a second copy; answers the new mail. For partners and admins.',
    refusals: ['delivery_already_resolved', 'delivery_not_found', 'delivery_not_uncertain', 'not_allowed'],
  },
  arrived: {
    summary: 'Record that a mail arrived',
    description: 'Settles an uncertain mail when somebody knows that it arrived. For partners and admins.',
    refusals: ['delivery_already_resolved', 'delivery_not_found', 'delivery_not_uncertain', 'not_allowed'],
  },
  lift: {
    summary: 'Send mails to an address again',
    description:
      'Ends a suppression: the address had sent a mail back, or its owner had asked for no more. For partners and admins.',
    refusals: ['not_allowed', 'suppression_not_found'],
  },
} satisfies Docs;
