import { TOLD_IN } from '@app/mail-log/mail-log.holdings.js';
import type { HoldsPersons } from '@app/platform/persons/holdings.js';

export const DELIVERIES: HoldsPersons = {
  room: 'deliveries',
  holdings: [
    {
      // a mail to a contact that has not left will not; what a server said may repeat the address
      table: 'delivery',
      about: 't.contact_id = p.contact_id',
      columns: {
        message_id: 'kept',
        state: 'kept',
        response: 'text',
        form: 'kept',
        transport: 'kept',
        mail: 'text',
        provider_id: 'kept',
        bounce_reason: 'text',
      },
      becomes: {
        state: `case when t.state = 'pending' then 'cancelled' else t.state end`,
        finished_at: `case when t.state = 'pending' then now() else t.finished_at end`,
      },
      search: TOLD_IN('t.id'),
      unseen: ['mail'],
      uncounted: true,
      users: ['recipient_id', 'resolved_by'],
      unexported: ['fence', 'key_started_at', 'provider_id', 'lease_until'],
    },
    {
      table: 'delivery_attempt',
      about:
        't.delivery_id in (select d.id from delivery d where d.firm_id = p.firm_id and d.contact_id = p.contact_id)',
      columns: { result: 'kept', response: 'text' },
      search: TOLD_IN('t.delivery_id'),
      uncounted: true,
    },
  ],
};
