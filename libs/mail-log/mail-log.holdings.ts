import type { HoldsPersons } from '@app/platform/persons/holdings.js';

/** SQL: the searches that a mail tells of. What it was sent for stands with the mail that was sent again for it. */
export const TOLD_IN = (delivery: string): string => `with recursive sent as (
    select ${delivery} as id
    union select n.id from delivery n join sent s on n.resend_of = s.id where n.firm_id = t.firm_id)
  select r.search_id from reminder r join sent s on r.delivery_id = s.id where r.firm_id = t.firm_id`;

const MAILED = (which: string): string =>
  `select 1 from search x where x.firm_id = d.firm_id and x.id in (${TOLD_IN('d.id')}) and ${which}`;

/** SQL: whether somebody is shown a mail to the contact, and with it that mails to them are held back. */
const SHOWN_WITH_A_MAIL = (visible: string): string => `p.sees_all or exists (
  select 1 from delivery d where d.firm_id = t.firm_id and d.contact_id = t.contact_id
    and (exists (${MAILED(visible)}) or not exists (${MAILED('true')})))`;

export const MAIL_LOG: HoldsPersons = {
  room: 'mail-log',
  holdings: [
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
