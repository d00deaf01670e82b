import type { HoldsPersons } from '@app/platform/persons/holdings.js';

/** SQL: one search of a mail's reminders, a confidential one first. */
const CONFIDENTIAL_MAIL = `(select x.id from reminder r join search x on x.firm_id = r.firm_id and x.id = r.search_id
  where r.firm_id = t.firm_id and r.delivery_id = t.id order by x.confidential desc limit 1)`;

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
      search: CONFIDENTIAL_MAIL,
      users: ['recipient_id', 'resolved_by'],
      unexported: ['fence', 'key_started_at', 'provider_id', 'lease_until'],
    },
    {
      table: 'delivery_attempt',
      about:
        't.delivery_id in (select d.id from delivery d where d.firm_id = p.firm_id and d.contact_id = p.contact_id)',
      columns: { result: 'kept', response: 'text' },
    },
    {
      // their address is gone, and the tombstone keeps it from coming back
      table: 'mail_suppression',
      about: 't.contact_id = p.contact_id',
      deleted: true,
      columns: { reason: 'kept', address: 'text' },
      users: ['user_id', 'lifted_by'],
    },
  ],
};
