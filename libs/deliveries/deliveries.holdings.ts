import type { HoldsPersons } from '@app/platform/persons/holdings.js';

/** SQL: the searches that a mail tells of. What it was sent for stands with the mail that was sent again for it. */
const TOLD_IN = (delivery: string): string => `with recursive sent as (
    select ${delivery} as id
    union select n.id from delivery n join sent s on n.resend_of = s.id where n.firm_id = t.firm_id)
  select r.search_id from reminder r join sent s on r.delivery_id = s.id where r.firm_id = t.firm_id`;

const MAILED = (which: string): string =>
  `select 1 from search x where x.firm_id = d.firm_id and x.id in (${TOLD_IN('d.id')}) and ${which}`;

/** SQL: whether somebody is shown a mail to the contact, and with it that mails to them are held back. */
const SHOWN_WITH_A_MAIL = (visible: string): string => `p.sees_all or exists (
  select 1 from delivery d where d.firm_id = t.firm_id and d.contact_id = t.contact_id
    and (exists (${MAILED(visible)}) or not exists (${MAILED('true')})))`;

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
    {
      // their address is gone, and the tombstone keeps it from coming back
      table: 'mail_suppression',
      about: 't.contact_id = p.contact_id',
      deleted: true,
      columns: { reason: 'kept', address: 'text' },
      users: ['user_id', 'lifted_by'],
      seen: SHOWN_WITH_A_MAIL,
      uncounted: true,
    },
  ],
};
