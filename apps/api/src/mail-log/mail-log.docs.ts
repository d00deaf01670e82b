import type { Docs } from '../http/documented.js';

export const mailLogDocs = {
  list: {
    summary: 'List emails',
    description:
      'Every email of the firm, newest first: to whom it went, what became of it, and each attempt. For partners and admins.',
    refusals: ['not_allowed'],
  },
  figures: {
    summary: 'Count emails',
    description:
      'How many emails wait, went out, failed or are uncertain, and how late they were. For partners and admins.',
    refusals: ['not_allowed'],
  },
  resend: {
    summary: 'Send an uncertain email again',
    description: 'At the risk of a second copy; answers the new email. For partners and admins.',
    refusals: ['delivery_already_resolved', 'delivery_not_found', 'delivery_not_uncertain', 'not_allowed'],
  },
  arrived: {
    summary: 'Record that an email arrived',
    description: 'Settles an uncertain email once someone knows that it arrived. For partners and admins.',
    refusals: ['delivery_already_resolved', 'delivery_not_found', 'delivery_not_uncertain', 'not_allowed'],
  },
  lift: {
    summary: 'Send emails to an address again',
    description:
      'Ends a suppression: emails to the address had bounced, or its owner had asked for no more. For partners and admins.',
    refusals: ['not_allowed', 'suppression_not_found'],
  },
} satisfies Docs;
