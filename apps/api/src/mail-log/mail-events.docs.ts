import type { Docs } from '../http/documented.js';

export const mailEventsDocs = {
  take: {
    summary: 'Take an event of the email provider',
    description:
      'Delivered, bounced or complained, signed by the provider, so nobody signs in. The address does not exist where `MAIL_WEBHOOK_SECRET` is not set.',
    refusals: ['event_not_signed', 'not_found'],
  },
} satisfies Docs;
